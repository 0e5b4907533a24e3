import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSamples, familyOf } from "../../../src/results/comparisons/compare-samples.ts";
import { comparisonText, comparisonWithUnit } from "../../../src/report/comparison-text.ts";
import type { Comparison } from "../../../src/results/results.ts";
import { COMPARISONS } from "../../support/comparison-vectors.ts";

/** Compares all samples but the first with it, the better being the larger. */
function compareAll(samples: readonly number[][], margin = 0.01, largest = Infinity): Comparison[] {
  const family = familyOf(samples, { isSelected: true, overlap: 0 });
  const rule = { isSelected: true, goal: "maximize", margin, largest } as const;
  return samples.slice(1).map((own) => compareSamples(own, samples[0]!, { rule, family }));
}

describe("compareSamples()", () => {
  it.each(COMPARISONS.families)("has SciPy's intervals (pooled: $pooled)", ({ samples, pooled, half }) => {
    expect(familyOf(samples, { isSelected: true, overlap: 0 }).pooled !== undefined).toBe(pooled);
    compareAll(samples).forEach(({ interval }, i) => {
      expect((interval!.high - interval!.low) / 2 / half[i]!).toBeCloseTo(1, 6);
    });
  });

  it("leaves no room for what differences of shares cannot be", () => {
    const shares = [
      [0.9, 0.91, 0.89],
      [0.05, 0.3, 0.1],
      [0.5, 0.5, 0.52],
    ];
    const [wide] = compareAll(shares);
    expect(wide!.interval!.low).toBeLessThan(-1);
    const [cut] = compareAll(shares, 0.01, 1);
    expect(cut).toEqual({ ...wide, interval: { low: -1, high: wide!.interval!.high } });
    expect(comparisonText("testAccuracy", cut)).toMatch(/^-75 \(-100 to [+-]\d+\)$/);
    expect(comparisonText("testLoss", wide)).toMatch(/^-0\.75 ± [\d.]+$/);
    expect(comparisonWithUnit("testAccuracy", cut)).toMatch(/^-75 \(-100 to [+-]\d+\) points$/);
    const equal = { difference: { status: "allEqual", n: 2, mean: 0.05 }, interval: null } as const;
    expect(comparisonWithUnit("testAccuracy", equal)).toBe("+5.00 points each time");
    expect(comparisonWithUnit("testLoss", equal)).toBe("+0.05 each time");
    expect(comparisonWithUnit("testLoss", undefined)).toBe("-");
  });

  const value = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
  const shape = fc.record({
    settings: fc.integer({ min: 2, max: 6 }),
    count: fc.integer({ min: 2, max: 5 }),
  });
  const samples = shape.chain(({ settings, count }) => {
    const values = fc.array(value, { minLength: count, maxLength: count });
    return fc.array(values, { minLength: settings, maxLength: settings });
  });

  it("never says a word that the interval contradicts", () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(0, 0.01, 0.3), (list, margin) => {
        for (const { verdict, interval, difference } of compareAll(list, margin)) {
          const { low, high } = interval ?? { low: -Infinity, high: Infinity };
          const isWithin = -margin <= low && high <= margin;
          if (verdict === "tie") expect(isWithin).toBe(true);
          else if (verdict === "undecided") expect(low <= 0 && high >= 0 && !isWithin).toBe(true);
          else expect(verdict === "worse" ? high < 0 : low > 0).toBe(true);
          if (interval) expect((low + high) / 2).toBeCloseTo(difference.mean!, 9);
        }
      }),
      { seed: 1 },
    );
  });

  it("says the same of values that are all four times as large", () => {
    fc.assert(
      fc.property(samples, (list) => {
        const words = (values: number[][]): unknown[] =>
          compareAll(values, 0).map(({ verdict, needed }) => [verdict, needed]);
        expect(words(list.map((values) => values.map((x) => 4 * x)))).toEqual(words(list));
      }),
      { seed: 1 },
    );
  });

  it("says nothing with one replicate, and calls equal results a tie", () => {
    expect(compareAll([[0.9], [0.5]])[0]!.verdict).toBeUndefined();
    expect(compareAll([[0.9], [0.9]])[0]!.verdict).toBeUndefined();
    const equal = compareAll([
      [0.9, 0.8],
      [0.9, 0.8],
      [0.1, 0.5],
    ]);
    expect(equal[0]).toMatchObject({ verdict: "tie", interval: { low: 0, high: 0 } });
  });

  it("leaves undecided what differs where nothing varies", () => {
    const [constant] = compareAll([
      [0.9, 0.9],
      [0.5, 0.5],
      [0.1, 0.1],
    ]);
    expect(constant).toMatchObject({ verdict: "undecided", interval: null });
  });

  it("says how many replicates would decide, nothing where none would", () => {
    const [open] = compareAll([
      [0.9, 0.8, 0.86],
      [0.88, 0.75, 0.86],
    ]);
    expect(open!.verdict).toBe("undecided");
    expect(open!.needed).toBeGreaterThan(3);
    const [even] = compareAll(
      [
        [0.75, 0.5],
        [0.5, 0.75],
      ],
      0,
    );
    expect(even!.verdict).toBe("undecided");
    expect(even).not.toHaveProperty("needed");
  });
});
