import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pixelPath } from "../../../../src/report/pictures/models/pixel-path.ts";

/** The cells that strokes of width 1 cover, in order. */
function covered(path: string, width: number): number[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Mm])(-?\d+) (-?[\d.]+)h(\d+)/g)].flatMap(([, kind, dx, dy, length]) => {
    [x, y] = kind === "M" ? [Number(dx), Number(dy) - 0.5] : [x + Number(dx), y + Number(dy)];
    const run = Array.from({ length: Number(length) }, (_, i) => y * width + x + i);
    x += Number(length);
    return run;
  });
}

describe("pixelPath()", () => {
  it("covers exactly the cells that are picked, with a stroke for each run of a row", () => {
    const grids = fc
      .integer({ min: 1, max: 9 })
      .chain((width) =>
        fc.tuple(fc.constant(width), fc.array(fc.boolean(), { minLength: width, maxLength: 5 * width })),
      );
    fc.assert(
      fc.property(grids, ([width, cells]) => {
        const whole = cells.slice(0, cells.length - (cells.length % width));
        const path = pixelPath(whole, width, (cell) => cell);
        expect(covered(path, width)).toEqual([...whole.keys()].filter((i) => whole[i]));
        const begins = [...whole.keys()].filter((i) => whole[i] && (i % width === 0 || !whole[i - 1]));
        expect(path.split("h")).toHaveLength(begins.length + 1);
      }),
      { seed: 6 },
    );
  });
});
