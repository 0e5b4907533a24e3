import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expandRange } from "../../../src/spec/fields/expand-range.ts";

const RUNS = { seed: 22, numRuns: 200 };

/** Numbers with few digits, as people write them. */
const decimal = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -6, max: 6 }))
  .map(([units, exponent]) => Number(`${units}e${exponent}`) + 0);
const positive = decimal.map(Math.abs).filter((x) => x > 0);
const count = fc.integer({ min: 2, max: 60 });

function significantDigits(x: number): number {
  return x.toExponential().replace(/e.*/, "").replaceAll(/[-.]/g, "").length;
}

describe("expandRange() of linspace", () => {
  test("includes both ends, has the count and at most 12 digits", () => {
    fc.assert(
      fc.property(decimal, decimal, count, (from, to, count) => {
        const values = expandRange({ linspace: { from, to, count } });
        expect([values.length, values[0], values.at(-1)]).toEqual([count, from, to]);
        for (const value of values) expect(significantDigits(value)).toBeLessThanOrEqual(12);
      }),
      RUNS,
    );
  });

  test("gives the numbers that people would write", () => {
    expect(expandRange({ linspace: { from: 0, to: 0.5, count: 6 } })).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(expandRange({ linspace: { from: 0, to: 1, count: 4 } })).toEqual([
      0, 0.333333333333, 0.666666666667, 1,
    ]);
    expect(expandRange({ linspace: { from: -1, to: 1, count: 5 } })).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(expandRange({ linspace: { from: 5e-324, to: 1e308, count: 2 } })).toEqual([5e-324, 1e308]);
  });
});

describe("expandRange() of range", () => {
  test("includes both ends, an exact step apart", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999, max: 999 }),
        fc.integer({ min: 1, max: 99 }),
        count,
        fc.nat(5),
        (start, width, count, places) => {
          const scaled = (units: number) => Number(`${units}e-${places}`) + 0;
          const [from, to, step] = [scaled(start), scaled(start + width * (count - 1)), scaled(width)];
          const expected = Array.from({ length: count }, (_, i) => scaled(start + width * i));
          expect(expandRange({ range: { from, to, step } })).toEqual(expected);
          const down = expandRange({ range: { from: to, to: from, step: -step } });
          expect(down).toEqual(expected.toReversed());
        },
      ),
      RUNS,
    );
  });

  test.each([
    [{ from: 0.1, to: 1, step: 0.2 }, "The step must lead from 0.1 to 1 (got 0.2, which meets 0.9 and 1.1)"],
    [{ from: 1, to: 0, step: 0.5 }, "leads away"],
    [{ from: 0, to: 1, step: -0.5 }, "leads away"],
    [{ from: 0, to: 1, step: 0 }, "The step must be a number other than 0 (got 0)"],
    [{ from: 0, to: 1e15, step: 1 }, "at most 100000 values"],
  ])("refuses %o", (range, fragment) => {
    expect(() => expandRange({ range })).toThrow(fragment);
  });

  test("has one value from a number to itself", () => {
    expect(expandRange({ range: { from: 3, to: 3, step: 1 } })).toEqual([3]);
  });
});

describe("expandRange() of logspace", () => {
  test("includes both ends and has the count, or has equal values", () => {
    fc.assert(
      fc.property(positive, positive, count, fc.integer({ min: 1, max: 12 }), (from, to, count, digits) => {
        let values: number[];
        try {
          values = expandRange({ logspace: { from, to, count, digits } });
        } catch (error) {
          expect(String(error)).toContain(" twice)");
          return;
        }
        expect([values.length, values[0], values.at(-1)]).toEqual([count, from, to]);
        for (const value of values.slice(1, -1)) {
          expect(significantDigits(value)).toBeLessThanOrEqual(digits);
        }
      }),
      RUNS,
    );
  });

  test("gives powers of ten exactly", () => {
    const values = expandRange({ logspace: { from: 1e-7, to: 1e7, count: 15 } });
    expect(values).toEqual([1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7]);
  });

  test("refuses values that round to the same", () => {
    expect(() => expandRange({ logspace: { from: 1, to: 1.1, count: 9, digits: 2 } })).toThrow(
      "The values must differ in 2 significant digits (got 1 twice)",
    );
  });
});
