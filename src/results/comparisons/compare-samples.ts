import { statistics } from "../../math/statistics.ts";
import type { MetricGoal } from "../../metrics/metrics.ts";
import { pairedDifference, type PairedDifference } from "../paired-difference.ts";
import type { Comparison, Verdict } from "../results.ts";
import { halfWidth, type Family, type PairSpread } from "./half-width.ts";
import { noiseOf } from "./noise.ts";

/** The rule by which a difference is judged. */
export interface Rule {
  /** The reference is the best one, chosen for its result. */
  readonly isSelected: boolean;
  readonly goal: MetricGoal;
  /** A difference within ± this much does not matter; 0: only equal results tie. */
  readonly margin: number;
  /** No difference can be larger: 1 between shares. */
  readonly largest: number;
}

/** Returns what the comparisons of settings share; all settings have the same number of values. */
export function familyOf(
  samples: readonly (readonly number[])[],
  { isSelected, overlap }: { isSelected: boolean; overlap: number },
): Family {
  const noise = samples.length > 1 && samples[0]!.length > 1 ? noiseOf(samples) : undefined;
  const pooled = noise?.isAlike ? noise.variance : undefined;
  return { settings: samples.length, isSelected, pooled, overlap };
}

/** The rule and the family of a comparison. */
export interface Terms {
  readonly rule: Rule;
  readonly family: Family;
}

/** Compares the values of a setting with those of the reference, in pairs, and computes how many replicates would decide it. */
export function compareSamples(own: readonly number[], base: readonly number[], terms: Terms): Comparison {
  const comparison = judgeSamples(own, base, terms);
  const { difference, interval, verdict } = comparison;
  const { mean } = difference;
  if (verdict !== "undecided" || !interval || mean === null || terms.family.overlap > 0) return comparison;
  const spread = spreadOf(difference, own, base);
  const needed = neededCount((count) => {
    const half = halfWidth(spread, terms.family, count) ?? Infinity;
    return verdictOf(mean, half, terms.rule) !== "undecided";
  });
  return { ...comparison, ...(needed !== undefined && { needed }) };
}

/** Compares without planning. */
export function judgeSamples(
  own: readonly number[],
  base: readonly number[],
  { rule, family }: Terms,
): Comparison {
  const difference = pairedDifference(own, base, family.overlap);
  const { n, mean } = difference;
  if (mean === null || n < 2) return { difference, interval: null };
  if (own.every((value, i) => value === base[i]))
    return { difference, interval: { low: 0, high: 0 }, verdict: "tie" };
  const half = halfWidth(spreadOf(difference, own, base), family, n);
  if (half === null) return { difference, interval: null, verdict: "undecided" };
  return {
    difference,
    interval: { low: Math.max(mean - half, -rule.largest), high: Math.min(mean + half, rule.largest) },
    verdict: verdictOf(mean, half, rule),
  };
}

function spreadOf(difference: PairedDifference, own: readonly number[], base: readonly number[]): PairSpread {
  return {
    deviation: difference.status === "tested" ? difference.sd : null,
    variances: [varianceOf(own), varianceOf(base)],
  };
}

/** Because of rounding, the deviation of equal values may not be 0. */
function varianceOf(values: readonly number[]): number {
  if (values.every((value) => value === values[0])) return 0;
  const deviation = statistics(values).sd ?? 0;
  return deviation * deviation;
}

function verdictOf(mean: number, half: number, { goal, margin }: Rule): Verdict {
  if (Math.abs(mean) + half <= margin) return "tie";
  if (Math.abs(mean) <= half) return "undecided";
  return mean > 0 === (goal === "maximize") ? "better" : "worse";
}

/** Numbers of replicates that may be proposed: the estimate is rough, so the steps grow. */
const COUNTS = [
  2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 400, 500, 600, 800,
  1000,
];

/**
 * Returns the fewest replicates with which a comparison would be decided if difference and spread stayed the same;
 * undefined where 1000 would not be enough.
 *
 * @param isDecided Rises with the number: once true, it stays true.
 */
export function neededCount(isDecided: (count: number) => boolean): number | undefined {
  let [low, high] = [0, COUNTS.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isDecided(COUNTS[middle]!)) high = middle;
    else low = middle + 1;
  }
  return COUNTS[low];
}
