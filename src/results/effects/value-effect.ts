import { statistics, type Statistics } from "../../math/statistics.ts";
import type { ColumnValue } from "../../spec/sweep.ts";
import { mostOverlap } from "../replicates/fold-overlap.ts";
import { independentValues } from "../replicates/independent-values.ts";
import { metricStatistics } from "../metric-statistics.ts";
import { isWhole } from "../replicates/measured-trials.ts";
import type { ConfigurationResult, ValueEffect } from "../results.ts";

/**
 * Returns the result of a value of an axis.
 *
 * @param sharing All configurations with that value.
 * @param compared The configurations that are averaged: the same combinations of the other axes for every value.
 */
export function valueEffect(
  value: ColumnValue,
  sharing: readonly ConfigurationResult[],
  compared: readonly ConfigurationResult[],
  metric: string,
): ValueEffect {
  const trials = sharing.flatMap((configuration) => configuration.trials);
  return {
    value,
    trials: trials.length,
    diverged: trials.filter(({ status }) => status === "diverged").length,
    objective: objectiveOf(compared, metric),
  };
}

/**
 * Returns the values of whole configurations together. Trials of one replicate share their random numbers,
 * so they count as one value: their mean; with folds, the mean of the fold.
 */
export function replicateMeans(configurations: readonly ConfigurationResult[]): number[] {
  const replicates = configurations[0]?.trials ?? [];
  return independentValues(
    replicates,
    (_, r) => statistics(configurations.map(({ trials }) => trials[r]!.objective!)).mean,
  );
}

function objectiveOf(configurations: readonly ConfigurationResult[], metric: string): Statistics {
  if (configurations.every(isWhole))
    return metricStatistics(metric, replicateMeans(configurations), mostOverlap(configurations));
  const known = configurations.flatMap(({ trials }) => trials.flatMap(({ objective }) => objective ?? []));
  return { ...statistics(known), sd: null, ci95: null };
}
