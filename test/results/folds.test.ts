import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dataStreamKey } from "../../src/math/stream-key.ts";
import { RandomStream } from "../../src/math/random-stream.ts";
import { balancedVariance } from "../../src/math/balanced-variance.ts";
import { trialStatistics, independentValues } from "../../src/results/replicates/independent-values.ts";
import { pairedDifference } from "../../src/results/paired-difference.ts";
import { samplingError } from "../../src/results/sampling-error.ts";
import type { ConfigurationResult } from "../../src/results/results.ts";
import { metricNamed } from "../../src/metrics/metrics.ts";
import { FACTS } from "./fixture.ts";

/** What test/vectors/folds/make.py prints of two settings. */
type Figure = "folds" | "replicates" | "tested" | "trained" | "aLow" | "aHigh" | "t" | "p" | "low" | "high";
type Squares = Record<"settingSquares" | "foldSquares" | "noiseSquares", number>;
type Vector = Record<Figure, number> & Squares & Record<"a" | "b", number[]>;

const file = new URL("../vectors/folds/folds.json", import.meta.url);
const VECTORS = JSON.parse(readFileSync(file, "utf8")) as Vector[];

interface FoldTrial {
  readonly trial: { readonly fold: number };
  readonly value: number;
}

/** Values by fold, then replicate, as trials. */
function trialsOf(values: readonly number[], replicates: number): FoldTrial[] {
  return values.map((value, i) => ({ trial: { fold: 1 + Math.floor(i / replicates) }, value }));
}

function meansOf(values: readonly number[], replicates: number): number[] {
  return independentValues(trialsOf(values, replicates), ({ value }) => value);
}

describe.each(VECTORS)("over $folds folds x $replicates replicates", (vector) => {
  const { a, b, folds, replicates, tested, trained } = vector;
  const overlap = tested / trained;
  const means = [a, b].map((values) => meansOf(values, replicates));

  it("intervals and tests are those of generalized least squares on the fold means", () => {
    const { n, ci95 } = trialStatistics(trialsOf(a, replicates), ({ value }) => value, {
      metric: "value",
      overlap,
    });
    expect(n).toBe(folds);
    expect(ci95!.low).toBeCloseTo(vector.aLow, 8);
    expect(ci95!.high).toBeCloseTo(vector.aHigh, 8);
    const found = pairedDifference(means[0]!, means[1]!, overlap);
    if (found.status !== "tested") throw new Error(found.status);
    expect(found.t / vector.t).toBeCloseTo(1, 7);
    expect(found.p / vector.p).toBeCloseTo(1, 6);
    expect(found.ci95.low).toBeCloseTo(vector.low, 8);
    expect(found.ci95.high).toBeCloseTo(vector.high, 8);
  });

  it("the sums of squares are those of nested least-squares fits", () => {
    const terms = balancedVariance(means.flat(), { levels: [2], replicates: folds });
    expect(terms.map(({ source, degrees }) => [source, degrees])).toEqual([
      [[0], 1],
      ["block", folds - 1],
      ["noise", folds - 1],
    ]);
    const expected = [vector.settingSquares, vector.foldSquares, vector.noiseSquares];
    terms.forEach(({ sumOfSquares }, i) => expect(sumOfSquares / expected[i]!).toBeCloseTo(1, 8));
  });

  it("replicates that are all the same change nothing", () => {
    const single = trialStatistics(trialsOf(means[0]!, 1), ({ value }) => value, {
      metric: "value",
      overlap,
    });
    const repeated = means[0]!.flatMap((mean) => [mean, mean, mean, mean]);
    const { trials, ...again } = trialStatistics(trialsOf(repeated, 4), ({ value }) => value, {
      metric: "value",
      overlap,
    });
    expect(trials).toBe(4 * folds);
    expect(again).toEqual(single);
  });
});

/** The share of intervals that hold the true mean 0 where fold errors correlate as Nadeau and Bengio take them to. */
function coverage({
  folds,
  replicates,
  samples,
}: Record<"folds" | "replicates" | "samples", number>): number {
  const random = new RandomStream(dataStreamKey(7, "coverage"));
  const [tested, trained] = [1, folds - 1];
  const correlation = tested / (tested + trained);
  let held = 0;
  for (let sample = 0; sample < samples; sample++) {
    const common = Math.sqrt(correlation) * random.normal();
    const values = Array.from({ length: folds }, () => {
      const own = common + Math.sqrt(1 - correlation) * random.normal();
      return Array.from({ length: replicates }, () => own); // all noise from the examples: the worst case
    });
    const { ci95 } = trialStatistics(trialsOf(values.flat(), replicates), ({ value }) => value, {
      metric: "value",
      overlap: tested / trained,
    });
    if (ci95!.low <= 0 && 0 <= ci95!.high) held++;
  }
  return held / samples;
}

describe("the interval over folds", () => {
  it.each([
    { folds: 5, replicates: 1 },
    { folds: 5, replicates: 3 },
    { folds: 10, replicates: 10 },
  ])("holds the mean 95 times in 100 with $folds folds x $replicates replicates", (shape) => {
    const found = coverage({ ...shape, samples: 4000 });
    expect(Math.abs(found - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 4000));
  });
});

describe("samplingError()", () => {
  const best = {
    facts: FACTS,
    folds: [21, 20, 20].map((test, i) => ({
      fold: i + 1,
      facts: { ...FACTS, sizes: { ...FACTS.sizes, test } },
    })),
    metrics: [{ mean: 0.9 }],
  } as unknown as ConfigurationResult;

  it("counts the rows of all folds, as each row is tested once", () => {
    const found = samplingError(best, [metricNamed("testAccuracy")]);
    expect(found).toMatchObject({ examples: 61, standardError: Math.sqrt(0.09 / 61) });
  });

  it("counts the test part once without folds", () => {
    const { folds: _, ...plain } = { ...best, facts: { ...FACTS, sizes: { ...FACTS.sizes, test: 40 } } };
    expect(samplingError(plain as ConfigurationResult, [metricNamed("testAccuracy")])!.examples).toBe(40);
  });
});
