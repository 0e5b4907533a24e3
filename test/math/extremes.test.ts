import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { argmax, largestOf, smallestOf } from "../../src/math/extremes.ts";

describe("smallestOf() and largestOf()", () => {
  it("give what Math.min and Math.max give", () => {
    for (const values of [[], [3], [2, -1, 7], [1, NaN, 2], [-0, 0], [0, -0]]) {
      expect(smallestOf(values)).toBe(Math.min(...values));
      expect(largestOf(values)).toBe(Math.max(...values));
    }
  });

  it("take more values than a call takes arguments", () => {
    const many = Array.from({ length: 1_000_000 }, (_, i) => i);
    expect(() => Math.max(...many)).toThrow(RangeError);
    expect([smallestOf(many), largestOf(many)]).toEqual([0, 999_999]);
  });
});

describe("argmax", () => {
  it("is the first place of the largest value", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1 }), (values) => {
        expect(argmax(values)).toBe(values.indexOf(Math.max(...values)));
      }),
    );
  });

  it("looks at one row of a table", () => {
    expect(argmax(Float32Array.of(9, 1, 2, 5, 5, 3), 3, 3)).toBe(0);
    expect(argmax([9, 1, 2, 7], 1, 2)).toBe(1);
  });

  it("passes over NaN, and answers 0 where nothing is left", () => {
    expect(argmax([NaN, -1, NaN, 2])).toBe(3);
    expect(argmax([NaN, NaN])).toBe(0);
    expect(argmax([-Infinity, -Infinity])).toBe(0);
  });
});
