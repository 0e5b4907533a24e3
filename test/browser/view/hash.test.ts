import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashOf, viewOf } from "../../../src/browser/view/hash.ts";
import { FIRST_VIEW, type View } from "../../../src/browser/view/view.ts";

const key = fc.string({ minLength: 1 }).filter((text) => !text.startsWith("-"));
const place = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const brush = fc.tuple(place, place).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const zoom = fc
  .record({
    from: fc.nat(),
    more: fc.integer({ min: 1, max: 1000 }),
    low: fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 })),
    height: fc.double({ min: 1, max: 10, noNaN: true }),
  })
  .map(({ from, more, low, height }): View["zoom"] => {
    const epochs = [from, from + more] as const;
    return low === null ? { epochs } : { epochs, values: [low + 0, low + height] };
  });
const view: fc.Arbitrary<View> = fc.record({
  table: fc.constantFrom("configurations", "trials"),
  sort: fc.option(fc.record({ key, descending: fc.boolean() }), { nil: undefined }),
  query: fc.string(),
  brushes: fc.dictionary(key, brush, { noNullPrototype: true }),
  metric: fc.option(fc.string(), { nil: undefined }),
  curves: fc.constantFrom("settings", "trials"),
  scale: fc.constantFrom(undefined, "whole", "log"),
  zoom: fc.option(zoom, { nil: undefined }),
  trial: fc.option(fc.nat(), { nil: undefined }),
  compared: fc.array(fc.nat(), { maxLength: 2 }),
  theme: fc.constantFrom(undefined, "light", "dark"),
});

describe("viewOf()", () => {
  it("returns the view whose hash it is given", () => {
    fc.assert(
      fc.property(view, (seen) => {
        expect(viewOf(`#${hashOf(seen)}`)).toEqual(seen);
      }),
      { seed: 1 },
    );
  });

  it("leaves out what makes no sense", () => {
    for (const text of ["5~3", "a~b", "1~2~3", "1~2~4~3", "0.5~2", "-1~2", "1~2~3~4~5"])
      expect(viewOf(`#zoom=${text}`).zoom, text).toBeUndefined();
    expect(viewOf("#table=x&trial=-1&compare=1,b,2,3&theme=pink&brush.eta=2~1&brush.x=a&sort=")).toEqual({
      ...FIRST_VIEW,
      compared: [1, 2],
    });
  });
});
