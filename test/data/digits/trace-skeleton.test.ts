import { expect, test } from "vitest";
import { createPenPath } from "../../../src/data/digits/pen-path.ts";
import { SKELETONS, type Skeleton } from "../../../src/data/digits/skeletons.ts";
import { traceSkeleton } from "../../../src/data/digits/trace-skeleton.ts";

const STEADY = () => 0;

test("traceSkeleton() runs through every point of a skeleton when the hand is steady", () => {
  const path = createPenPath();
  traceSkeleton(path, [[34, 50, 44, 50, 44, 80]], STEADY);
  expect(path.count).toBe(9);
  for (const [i, x, y] of [
    [0, 0, 0],
    [4, 0.1, 0],
    [8, 0.1, 0.3],
  ] as const) {
    expect(path.x[i]).toBeCloseTo(x, 12);
    expect(path.y[i]).toBeCloseTo(y, 12);
  }
});

test("traceSkeleton() swings past a tight turn by less than a tenth of the way there", () => {
  const path = createPenPath();
  traceSkeleton(path, [[0, 0, 40, 0, 40, 0, 40, 40]], STEADY);
  const past = Math.max(...path.x.subarray(0, path.count)) - (0.4 - 0.34);
  expect(past).toBeGreaterThan(0);
  expect(past).toBeLessThan(0.04);
});

test("traceSkeleton() measures the way along each stroke from 0 to 1", () => {
  const path = createPenPath();
  traceSkeleton(
    path,
    [
      [0, 0, 10, 0, 20, 0],
      [0, 9, 9, 9],
    ],
    STEADY,
  );
  const along = [...path.along.subarray(0, path.count)];
  expect(along.filter((share) => share === 0)).toHaveLength(2);
  expect(along[8]).toBe(1);
  expect(along[9]).toBe(0);
  expect(along.at(-1)).toBe(1);
});

test("traceSkeleton() overwrites what a path held, and every skeleton fits", () => {
  const path = createPenPath();
  const longest = (skeleton: Skeleton) => Math.max(...skeleton.map((stroke) => stroke.length / 2));
  for (const skeleton of SKELETONS.flat()) {
    traceSkeleton(path, skeleton, STEADY);
    expect(path.count).toBeLessThanOrEqual(path.x.length);
    expect(longest(skeleton)).toBeLessThanOrEqual(32);
    expect([...path.x.subarray(0, path.count)].every(Number.isFinite)).toBe(true);
  }
});
