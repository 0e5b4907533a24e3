import { expect, test } from "vitest";
import { drawHand, vary } from "../../../src/data/digits/hand.ts";
import { RandomStream } from "../../../src/math/random-stream.ts";

test("vary() stays within two deviations of the mean and reaches both ends", () => {
  const random = new RandomStream([1, 2]);
  const draws = Array.from({ length: 2_000 }, () => vary(random, 5, 0.5));
  expect(Math.min(...draws)).toBe(4);
  expect(Math.max(...draws)).toBe(6);
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  expect(Math.abs(mean - 5)).toBeLessThan(0.05);
});

test("drawHand() draws a hand that follows from its stream alone", () => {
  const hand = drawHand(new RandomStream([1, 2], 7));
  expect(drawHand(new RandomStream([1, 2], 7))).toEqual(hand);
  expect(drawHand(new RandomStream([1, 2], 8))).not.toEqual(hand);
});
