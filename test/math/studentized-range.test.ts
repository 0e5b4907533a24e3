import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalProbability } from "../../src/math/normal-distribution.ts";
import { studentCritical } from "../../src/math/student-t.ts";
import { studentizedRange, studentizedRange95 } from "../../src/math/studentized-range.ts";
import { COMPARISONS } from "../support/comparison-vectors.ts";

describe("normalProbability()", () => {
  it.each(COMPARISONS.normal)("agrees with SciPy at %d", (z, expected) => {
    expect(Math.abs(normalProbability(z) - expected)).toBeLessThan(2e-15);
  });
});

describe("studentCritical()", () => {
  it.each(COMPARISONS.critical)(
    "agrees with SciPy at p = %d with %d degrees",
    (probability, degrees, expected) => {
      expect(studentCritical(probability, degrees) / expected).toBeCloseTo(1, 8);
    },
  );
});

describe("studentizedRange()", () => {
  it.each(COMPARISONS.ranges)("agrees with SciPy for %i values and %d degrees", (count, known, q, within) => {
    const degrees = known ?? Infinity;
    expect(studentizedRange95({ count, degrees }) / q).toBeCloseTo(1, 7);
    expect(studentizedRange(q, { count, degrees })).toBeCloseTo(0.95, 8);
    expect(studentizedRange(0.8 * q, { count, degrees })).toBeCloseTo(within, 7);
  });

  it("is Student's t of two values: q = t √2", () => {
    for (const degrees of [1, 2, 5, 40]) {
      const t = studentizedRange95({ count: 2, degrees }) / Math.SQRT2;
      expect(t).toBeCloseTo(studentCritical(0.05, degrees), 7);
    }
  });

  it("rises with q, and falls with the number of values", () => {
    const q = fc.double({ min: 0, max: 60, noNaN: true });
    const shape = fc.record({
      count: fc.integer({ min: 2, max: 300 }),
      degrees: fc.integer({ min: 1, max: 5000 }),
    });
    fc.assert(
      fc.property(q, q, shape, (a, b, { count, degrees }) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const within = studentizedRange(low, { count, degrees });
        expect(within).toBeLessThanOrEqual(studentizedRange(high, { count, degrees }) + 1e-8);
        const ofMore = studentizedRange(low, { count: count + 1, degrees });
        expect(within).toBeGreaterThanOrEqual(ofMore - 1e-8);
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});
