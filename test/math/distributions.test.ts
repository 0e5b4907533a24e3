import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fTail } from "../../src/math/f-distribution.ts";
import { incompleteBeta } from "../../src/math/incomplete-beta.ts";
import { logGamma } from "../../src/math/log-gamma.ts";
import { studentT95 } from "../../src/math/student-t.ts";
import { STATISTICS } from "../support/statistics-vectors.ts";

const positive = fc.double({ min: 0.5, max: 60, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("logGamma()", () => {
  it.each(STATISTICS.logGamma)("agrees with SciPy at %d", (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(2e-15 * Math.max(1, Math.abs(expected)));
  });
});

describe("studentT95()", () => {
  it.each(STATISTICS.t95)("agrees with SciPy for %i degrees of freedom", (degrees, expected) => {
    expect(studentT95(degrees) / expected).toBeCloseTo(1, 9); // SciPy's quantile errs by 2e-10
  });
});

describe("fTail()", () => {
  it.each(STATISTICS.f)(
    "agrees with SciPy at F = %d with %i and %i degrees",
    (f, numerator, denominator, p) => {
      expect(Math.abs(fTail(f, { numerator, denominator }) / p - 1)).toBeLessThan(1e-11);
    },
  );

  it.each(STATISTICS.t)(
    "is the two-sided tail of Student's t at t^2 for t = %d with %i degrees",
    (t, df, p) => {
      expect(Math.abs(fTail(t * t, { numerator: 1, denominator: df }) / p - 1)).toBeLessThan(1e-11);
    },
  );

  it("is 1 at 0, 0 at infinity, and never rises on the way", () => {
    const degrees = { numerator: 3, denominator: 8 };
    expect([fTail(0, degrees), fTail(Infinity, degrees)]).toEqual([1, 0]);
    const ratio = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        ratio,
        ratio,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 500 }),
        (f, g, n, d) => {
          const [low, high] = [Math.min(f, g), Math.max(f, g)].map((value) => {
            return fTail(value, { numerator: n, denominator: d });
          });
          expect(high!).toBeLessThanOrEqual(low! * (1 + 1e-12));
        },
      ),
      { seed: 1 },
    );
  });
});

describe("incompleteBeta()", () => {
  it("mirrors itself: I_x(a, b) + I_(1-x)(b, a) = 1", () => {
    fc.assert(
      fc.property(share, positive, positive, (x, a, b) => {
        const both = incompleteBeta(x, 1 - x, { a, b }) + incompleteBeta(1 - x, x, { a: b, b: a });
        expect(both).toBeCloseTo(1, 11);
      }),
      { seed: 1 },
    );
  });

  it("is x for the uniform distribution and x^2 for a = 2, b = 1", () => {
    fc.assert(
      fc.property(share, (x) => {
        expect(incompleteBeta(x, 1 - x, { a: 1, b: 1 })).toBeCloseTo(x, 13);
        expect(incompleteBeta(x, 1 - x, { a: 2, b: 1 })).toBeCloseTo(x * x, 13);
      }),
      { seed: 1 },
    );
  });
});
