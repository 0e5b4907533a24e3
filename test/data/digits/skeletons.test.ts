import { expect, test } from "vitest";
import { SKELETONS } from "../../../src/data/digits/skeletons.ts";

test("SKELETONS holds at least four hands for each of the ten digits", () => {
  expect(SKELETONS).toHaveLength(10);
  for (const hands of SKELETONS) expect(hands.length).toBeGreaterThanOrEqual(4);
});

test("SKELETONS lists whole points, at least three a stroke, within the unit square and a little more", () => {
  for (const stroke of SKELETONS.flat(2)) {
    expect(stroke.length % 2).toBe(0);
    expect(stroke.length).toBeGreaterThanOrEqual(6);
    for (const coordinate of stroke) {
      expect(coordinate).toBeGreaterThanOrEqual(-5);
      expect(coordinate).toBeLessThanOrEqual(105);
    }
  }
});

test("SKELETONS lists no hand twice", () => {
  const hands = SKELETONS.flat().map((skeleton) => JSON.stringify(skeleton));
  expect(new Set(hands).size).toBe(hands.length);
});
