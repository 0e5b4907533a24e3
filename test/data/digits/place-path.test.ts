import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createPenPath, placePath } from "../../../src/data/digits/pen-path.ts";

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 50 });

test("placePath() gives the longer side the size and the middle the place asked for", () => {
  const property = fc.property(points, (list) => {
    const path = createPenPath();
    list.forEach(([x, y], i) => {
      path.x[i] = x;
      path.y[i] = y;
    });
    path.count = list.length;
    fc.pre(Math.max(spanOf(path.x, list.length).side, spanOf(path.y, list.length).side) > 0.01);
    placePath(path, 13, 14, 18);
    const x = spanOf(path.x, list.length);
    const y = spanOf(path.y, list.length);
    expect(Math.max(x.side, y.side)).toBeCloseTo(18, 9);
    expect(x.middle).toBeCloseTo(13, 9);
    expect(y.middle).toBeCloseTo(14, 9);
  });
  fc.assert(property, { seed: 1 });
});

function spanOf(values: Float64Array, count: number): { side: number; middle: number } {
  const used = values.subarray(0, count);
  const lowest = Math.min(...used);
  const highest = Math.max(...used);
  return { side: highest - lowest, middle: (lowest + highest) / 2 };
}
