import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balancedVariance, type BalancedGrid, type VarianceTerm } from "../../src/math/balanced-variance.ts";
import { fTail } from "../../src/math/f-distribution.ts";
import { STATISTICS } from "../support/statistics-vectors.ts";

describe("balancedVariance() agrees with statsmodels", () => {
  it.each(STATISTICS.variance)(
    "for $levels levels and $replicates blocks",
    ({ levels, replicates, y, rows }) => {
      const terms = balancedVariance(y, { levels, replicates });
      const noise = terms.at(-1)!;
      expect(terms).toHaveLength(rows.length);
      for (const { source, ss, df, f, p } of rows) {
        const { sumOfSquares, degrees } = terms.find((term) => nameOf(term, levels) === source)!;
        expect(degrees).toBe(df);
        expect(sumOfSquares / ss).toBeCloseTo(1, 9);
        if (f === null || p === null) continue;
        const ratio = sumOfSquares / degrees / (noise.sumOfSquares / noise.degrees);
        expect(ratio / f).toBeCloseTo(1, 9);
        const tail = fTail(ratio, { numerator: degrees, denominator: noise.degrees });
        expect(tail / p).toBeCloseTo(1, 7);
      }
    },
  );
});

/** "C(a):C(b)", as statsmodels calls a source. */
function nameOf({ source }: VarianceTerm, levels: readonly number[]): string {
  if (source === "block") return `C(${source})`;
  if (source === "noise") return "Residual";
  const axes = source === "higher" ? levels.map((_, axis) => axis) : source;
  return axes.map((axis) => `C(${"abc"[axis]})`).join(":");
}

interface Sample extends BalancedGrid {
  readonly values: readonly number[];
}

const samples: fc.Arbitrary<Sample> = fc
  .record({
    levels: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 4 }),
    replicates: fc.integer({ min: 1, max: 6 }),
  })
  .chain(({ levels, replicates }) => {
    const count = levels.reduce((product, level) => product * level, replicates);
    return fc
      .array(fc.integer({ min: -100, max: 100 }), { minLength: count, maxLength: count })
      .map((values) => ({ levels, replicates, values }));
  });

describe("balancedVariance()", () => {
  it("splits the total sum of squares, and all degrees of freedom", () => {
    fc.assert(
      fc.property(samples, ({ values, ...grid }) => {
        const terms = balancedVariance(values, grid);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const total = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
        expect(terms.reduce((sum, { sumOfSquares }) => sum + sumOfSquares, 0)).toBeCloseTo(total, 6);
        expect(terms.reduce((sum, { degrees }) => sum + degrees, 0)).toBe(values.length - 1);
      }),
      { seed: 1 },
    );
  });

  it("does not depend on the order of replicates, nor on a shift of all values", () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: -50, max: 50 }), ({ values, ...grid }, shift) => {
        const mirrored = values.map((_, i) => {
          const replicate = i % grid.replicates;
          return values[i - replicate + (grid.replicates - 1 - replicate)]! + shift;
        });
        const [plain, moved] = [balancedVariance(values, grid), balancedVariance(mirrored, grid)];
        plain.forEach((term, i) => {
          expect(moved[i]!.source).toEqual(term.source);
          expect(moved[i]!.sumOfSquares).toBeCloseTo(term.sumOfSquares, 6);
        });
      }),
      { seed: 1 },
    );
  });

  it("gives all to a single axis, block or interaction that alone makes the values", () => {
    const grid = { levels: [2, 3], replicates: 2 };
    const shares = (valueOf: (a: number, b: number, r: number) => number): number[] => {
      const values = [0, 1].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1].map((r) => valueOf(a, b, r))));
      return balancedVariance(values, grid).map(({ sumOfSquares }) => sumOfSquares);
    };
    const isAlone = (sums: readonly number[], term: number): boolean =>
      sums.every((sum, i) => (i === term ? sum > 0 : sum === 0));
    expect(
      isAlone(
        shares((a) => 0.1 * a),
        0,
      ),
    ).toBe(true);
    expect(
      isAlone(
        shares((_, b) => 0.7 * b),
        1,
      ),
    ).toBe(true);
    expect(
      isAlone(
        shares((a, b) => (2 * a - 1) * (b - 1)),
        2,
      ),
    ).toBe(true);
    expect(
      isAlone(
        shares((_, __, r) => 0.3 * r),
        3,
      ),
    ).toBe(true);
  });

  it("has neither blocks nor noise with one replicate", () => {
    const sources = balancedVariance([1, 2, 3, 5], { levels: [2, 2], replicates: 1 }).map(
      ({ source }) => source,
    );
    expect(sources).toEqual([[0], [1], [0, 1]]);
  });
});
