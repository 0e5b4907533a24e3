import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { argmax } from "../../src/math/argmax.ts";

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
