import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statistics } from "../../src/math/statistics.ts";

describe("statistics()", () => {
  it("gives mean, sample sd and the 95 % interval by Student's t", () => {
    const { n, mean, sd, ci95 } = statistics([1, 2, 3, 4]);
    expect([n, mean]).toEqual([4, 2.5]);
    expect(sd).toBeCloseTo(1.2909944487358056, 15);
    // 2.5 +/- 3.182446305 * 1.290994449 / 2
    expect(ci95!.low).toBeCloseTo(0.445739743, 9);
    expect(ci95!.high).toBeCloseTo(4.554260257, 9);
  });

  it("claims no spread for one value, and nothing for none", () => {
    expect(statistics([7])).toEqual({ n: 1, mean: 7, sd: null, ci95: null });
    expect(statistics([])).toEqual({ n: 0, mean: null, sd: null, ci95: null });
  });

  it("gives an interval without width for equal values", () => {
    expect(statistics([0.5, 0.5]).ci95).toEqual({ low: 0.5, high: 0.5 });
  });

  it("moves and stretches with its sample", () => {
    const sample = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 64 }), (values, factor) => {
        const before = statistics(values);
        const after = statistics(values.map((value) => value * factor + 5));
        expect(after.mean).toBeCloseTo(before.mean! * factor + 5, 8);
        expect(after.sd).toBeCloseTo(before.sd! * factor, 8);
      }),
      { seed: 1 },
    );
  });
});
