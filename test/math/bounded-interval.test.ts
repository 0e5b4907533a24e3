import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundedInterval } from "../../src/math/bounded-interval.ts";
import { RandomStream } from "../../src/math/random-stream.ts";
import { statistics, type Interval } from "../../src/math/statistics.ts";
import { trialStreamKey } from "../../src/math/stream-key.ts";

/** What test/vectors/statistics/coverage.py writes. */
interface Vector {
  readonly values: number[];
  /** Twice Student's arm leaves 0 to 1. */
  readonly near: boolean;
  readonly low: number;
  readonly high: number;
}

const file = new URL("../vectors/statistics/intervals.json", import.meta.url);
const VECTORS = JSON.parse(readFileSync(file, "utf8")) as Vector[];
const SHARE = { low: 0, high: 1 };

describe("boundedInterval() of a share", () => {
  it.each(VECTORS)("agrees with SciPy for $values", ({ values, near, low, high }) => {
    const found = ofShares(values);
    expect(found.low).toBeCloseTo(low, 12);
    expect(found.high).toBeCloseTo(high, 12);
    expect(found).toEqual(near ? expect.anything() : statistics(values).ci95);
  });

  it("holds the mean and stays between 0 and 1, whatever the sample", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 12 }), (values) => {
        const { mean } = statistics(values);
        const { low, high } = ofShares(values);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(mean!);
        expect(high).toBeGreaterThanOrEqual(mean!);
        expect(high).toBeLessThanOrEqual(1);
      }),
      { seed: 1 },
    );
  });

  it("mirrors with the shares of what is wrong", () => {
    const right = ofShares([0.98, 0.91, 0.999]);
    const wrong = ofShares([0.02, 0.09, 0.001]);
    expect(right.low).toBeCloseTo(1 - wrong.high, 12);
    expect(right.high).toBeCloseTo(1 - wrong.low, 12);
  });

  it.each([3, 5, 10])("holds the true mean of skewed shares in 94 of 100 samples of %i", (n) => {
    const random = new RandomStream(trialStreamKey(1, n, "init"));
    const samples = Array.from({ length: 8000 }, () => Array.from({ length: n }, () => skewedShare(random)));
    const rateOf = (intervalOf: (values: number[]) => Interval): number => {
      const held = samples.map(intervalOf).filter(({ low, high }) => low <= 32 / 33 && 32 / 33 <= high);
      return held.length / samples.length;
    };
    expect(rateOf(ofShares)).toBeGreaterThan(0.93);
    expect(rateOf((values) => statistics(values).ci95!)).toBeLessThan(0.92);
  });
});

describe("boundedInterval() at one bound", () => {
  it("cuts off what is impossible, and nothing else", () => {
    const loss = { low: 0, high: Infinity };
    expect(boundedInterval(10, { low: -4, high: 24 }, loss)).toEqual({ low: 0, high: 24 });
    expect(boundedInterval(10, { low: 1, high: 19 }, loss)).toEqual({ low: 1, high: 19 });
    expect(boundedInterval(0.9, { low: 0.7, high: 1.1 }, { low: -Infinity, high: 1 })).toEqual({
      low: 0.7,
      high: 1,
    });
  });
});

function ofShares(values: readonly number[]): Interval {
  const { mean, ci95 } = statistics(values);
  return boundedInterval(mean!, ci95!, SHARE);
}

/** A beta-distributed share, a = 32 and b = 1: mean 32/33, standard deviation 0.029. */
function skewedShare(random: RandomStream): number {
  let value = random.uniform();
  for (let i = 0; i < 5; i++) value = Math.sqrt(value);
  return value;
}
