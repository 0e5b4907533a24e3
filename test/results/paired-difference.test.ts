import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairedDifference } from "../../src/results/paired-difference.ts";
import { STATISTICS } from "../support/statistics-vectors.ts";

describe("pairedDifference()", () => {
  it.each(STATISTICS.paired)("agrees with SciPy for $a.length pairs", ({ a, b, low, high, ...expected }) => {
    const found = pairedDifference(a, b);
    if (found.status !== "tested") throw new Error(found.status);
    for (const key of ["mean", "sd", "t", "p"] as const) expect(found[key]).toBeCloseTo(expected[key], 10);
    expect(found.ci95.low).toBeCloseTo(low, 9);
    expect(found.ci95.high).toBeCloseTo(high, 9);
  });

  it("has nothing to test with fewer than two pairs", () => {
    expect(pairedDifference([3], [1])).toEqual({ status: "tooFew", n: 1, mean: 2 });
    expect(pairedDifference([], [])).toEqual({ status: "tooFew", n: 0, mean: null });
  });

  it("has nothing to test when all pairs differ alike, but for rounding", () => {
    expect(pairedDifference([0.2, 0.5, 0.8], [0.25, 0.55, 0.85]).status).toBe("allEqual");
    expect(pairedDifference([0.7, 0.1], [0.7, 0.1])).toEqual({ status: "allEqual", n: 2, mean: 0 });
  });

  it("tells the smallest step of an accuracy from rounding", () => {
    expect(pairedDifference([0.9001, 0.8], [0.9, 0.8]).status).toBe("tested");
  });

  const pair = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 }));
  const pairs = fc.array(pair, { minLength: 2, maxLength: 10 });

  it("does not depend on the order of replicates nor on what both share", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -50, max: 50 }), (list, shift) => {
        const split = (of: typeof list): [number[], number[]] => [of.map(([a]) => a), of.map(([, b]) => b)];
        const plain = pairedDifference(...split(list));
        const moved = pairedDifference(...split(list.toReversed().map(([a, b]) => [a + shift, b + shift])));
        expect(moved.status).toBe(plain.status);
        expect(moved.mean).toBeCloseTo(plain.mean!, 10);
        if (plain.status === "tested" && moved.status === "tested") expect(moved.p).toBeCloseTo(plain.p, 10);
      }),
      { seed: 1 },
    );
  });

  it("has an interval that excludes 0 exactly when p is below 5 %", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const found = pairedDifference(
          list.map(([a]) => a),
          list.map(([, b]) => b),
        );
        if (found.status !== "tested" || Math.abs(found.p - 0.05) < 1e-9) return;
        expect(found.ci95.low > 0 || found.ci95.high < 0).toBe(found.p < 0.05);
      }),
      { seed: 1 },
    );
  });
});
