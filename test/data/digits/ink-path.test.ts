import { expect, test } from "vitest";
import type { Hand } from "../../../src/data/digits/hand.ts";
import { inkPath } from "../../../src/data/digits/ink-path.ts";
import { createPenPath } from "../../../src/data/digits/pen-path.ts";
import { STEADY_HAND } from "./steady-hand.ts";

const SIDE = 7;

test("inkPath() draws a line black within its radius and grey within its rim", () => {
  const image = draw(
    [
      [1, 3],
      [5, 3],
    ],
    STEADY_HAND,
  );
  expect(column(image, 3)).toEqual([0, 0, 127, 255, 127, 0, 0]);
});

test("inkPath() lifts the pen between strokes", () => {
  const image = draw(
    [
      [3, 0],
      [3, 0.5],
    ],
    STEADY_HAND,
    [
      [3, 5.5],
      [3, 6],
    ],
  );
  expect(image[3 * SIDE + 3]).toBe(0);
});

test("inkPath() keeps the darker of two lines that cross", () => {
  const faint = { ...STEADY_HAND, ink: 0.5, endInk: 0.5 };
  const image = draw(
    [
      [3, 1],
      [3, 5],
    ],
    STEADY_HAND,
  );
  const before = image.slice();
  const path = createPenPath();
  path.x.set([1, 5]);
  path.y.set([3, 3]);
  path.along.set([0, 1]);
  path.count = 2;
  inkPath(image, SIDE, path, faint);
  expect(image[3 * SIDE + 3]).toBe(255);
  image.forEach((value, pixel) => expect(value).toBeGreaterThanOrEqual(before[pixel]!));
});

test("inkPath() fades and narrows a stroke towards its end", () => {
  const image = draw(
    [
      [1, 3],
      [3, 3],
      [5, 3],
    ],
    { ...STEADY_HAND, endRadius: 0.5, endInk: 0.6 },
  );
  const middle = image.slice(3 * SIDE, 4 * SIDE);
  expect(middle[5]!).toBeLessThan(middle[1]!);
  expect(column(image, 5)[2]!).toBeLessThan(column(image, 1)[2]!);
});

type Stroke = readonly (readonly [x: number, y: number])[];

function draw(first: Stroke, hand: Hand, second: Stroke = []): Uint8Array {
  const path = createPenPath();
  for (const stroke of [first, second]) {
    stroke.forEach(([x, y], i) => {
      path.x[path.count] = x;
      path.y[path.count] = y;
      path.along[path.count] = i / (stroke.length - 1);
      path.count += 1;
    });
  }
  const image = new Uint8Array(SIDE * SIDE);
  inkPath(image, SIDE, path, hand);
  return image;
}

function column(image: Uint8Array, x: number): number[] {
  return Array.from({ length: SIDE }, (_, y) => image[y * SIDE + x]!);
}
