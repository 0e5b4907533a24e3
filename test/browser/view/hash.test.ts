import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashOf, viewOf } from "../../../src/browser/view/hash.ts";
import { FIRST_VIEW, type View } from "../../../src/browser/view/view.ts";

const key = fc.string({ minLength: 1 }).filter((text) => !text.startsWith("-"));
const place = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const brush = fc.tuple(place, place).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const view: fc.Arbitrary<View> = fc.record({
  table: fc.constantFrom("configurations", "trials"),
  sort: fc.option(fc.record({ key, descending: fc.boolean() }), { nil: undefined }),
  query: fc.string(),
  brushes: fc.dictionary(key, brush, { noNullPrototype: true }),
  metric: fc.option(fc.string(), { nil: undefined }),
  curves: fc.constantFrom("settings", "trials"),
  scale: fc.constantFrom(undefined, "whole", "log"),
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
    expect(viewOf("#table=x&trial=-1&compare=1,b,2,3&theme=pink&brush.eta=2~1&brush.x=a&sort=")).toEqual({
      ...FIRST_VIEW,
      compared: [1, 2],
    });
  });
});
