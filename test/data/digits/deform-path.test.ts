import { expect, test } from "vitest";
import { deformPath, createPenPath } from "../../../src/data/digits/pen-path.ts";
import type { Hand } from "../../../src/data/digits/hand.ts";
import { STEADY_HAND } from "./steady-hand.ts";

const POINTS = [
  [0, 0],
  [0.3, -0.5],
  [-0.2, 0.4],
] as const;

test("deformPath() leaves a path alone under a steady hand", () => {
  expect(deformed({})).toEqual(POINTS);
});

test("deformPath() turns clockwise and keeps distances from the origin", () => {
  const turned = deformed({ rotation: 0.2 });
  turned.forEach(([x, y], i) => {
    expect(Math.hypot(x, y)).toBeCloseTo(Math.hypot(...POINTS[i]!), 12);
  });
  expect(turned[1]![0]).toBeGreaterThan(POINTS[1][0]);
});

test("deformPath() slants what is above the middle to the right", () => {
  const [, above, below] = deformed({ slant: 0.1 });
  expect(above).toEqual([0.3 + 0.1 * 0.5, -0.5]);
  expect(below![0]).toBeCloseTo(-0.2 - 0.1 * 0.4, 12);
});

test("deformPath() widens only across", () => {
  expect(deformed({ aspect: 2 })).toEqual(POINTS.map(([x, y]) => [2 * x, y]));
});

test("deformPath() bends by x^2, xy, y^2 and the cube of the other coordinate", () => {
  const [middle, bent] = deformed({ bendX: [1, 0, 0, 0.5], bendY: [0, 1, 1, 0] });
  expect(middle).toEqual([0, 0]);
  expect(bent![0]).toBeCloseTo(0.3 + 0.09 - 0.5 * 0.125, 12);
  expect(bent![1]).toBeCloseTo(-0.5 - 0.15 + 0.25, 12);
});

function deformed(traits: Partial<Hand>): [x: number, y: number][] {
  const path = createPenPath();
  POINTS.forEach(([x, y], i) => {
    path.x[i] = x;
    path.y[i] = y;
  });
  path.count = POINTS.length;
  deformPath(path, { ...STEADY_HAND, ...traits });
  return POINTS.map((_, i) => [path.x[i]!, path.y[i]!]);
}
