import type { Trial } from "../../trials/trial.ts";
import { groupBy } from "../group-by.ts";
import { metricStatistics } from "../metric-statistics.ts";
import type { TrialStatistics } from "../results.ts";

type InFold = Readonly<Record<"trial", Pick<Trial, "fold">>>;

/**
 * Returns the values that count as one each. With folds that is the mean of each fold: its replicates share the examples,
 * so more of them add no information about other examples. Otherwise it is each trial's own value. Trials without one are left out.
 */
export function independentValues<T extends InFold>(
  trials: readonly T[],
  valueOf: (trial: T, index: number) => number | null,
): number[] {
  const known = trials.flatMap((trial, i) => {
    const value = valueOf(trial, i);
    return value === null ? [] : [{ fold: trial.trial.fold, value }];
  });
  if (known.every(({ fold }) => fold === undefined)) return known.map(({ value }) => value);
  return [...groupBy(known, ({ fold }) => fold).values()].map((fold) => meanOf(fold));
}

/** Returns the statistics of a figure of trials; `overlap` as `metricStatistics` takes it. */
export function trialStatistics<T extends InFold>(
  trials: readonly T[],
  valueOf: (trial: T, index: number) => number | null,
  { metric, overlap }: { readonly metric: string; readonly overlap: number },
): TrialStatistics {
  const values = independentValues(trials, valueOf);
  const known = trials.filter((trial, i) => valueOf(trial, i) !== null).length;
  return { ...metricStatistics(metric, values, overlap), ...(known > values.length && { trials: known }) };
}

function meanOf(values: readonly { readonly value: number }[]): number {
  return values.reduce((sum, { value }) => sum + value, 0) / values.length;
}
