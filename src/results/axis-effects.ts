import { canonicalJson } from "../data/canonical-json.ts";
import { statistics, type Statistics } from "../math/statistics.ts";
import type { Column, ColumnValue } from "../spec/sweep.ts";
import { mostOverlap } from "./fold-overlap.ts";
import { groupBy } from "./group-by.ts";
import { isWhole } from "./is-whole.ts";
import { metricStatistics } from "./metric-statistics.ts";
import type { AxisEffect, ConfigurationResult, ValueEffect } from "./results.ts";

/** Returns, for each value of each column, what the trials that share it come to; a name is no value to compare. */
export function axisEffects(
  columns: readonly Column[],
  configurations: readonly ConfigurationResult[],
  metric: string,
): AxisEffect[] {
  return columns.flatMap(({ path, values, kind }, i) => {
    if (kind === "name") return [];
    const groups = groupBy(configurations, (configuration) => canonicalJson(configuration.values[i]));
    // A rule may derive values that no list has.
    const derived = configurations
      .map((configuration) => configuration.values[i] ?? null)
      .filter((value) => value !== null);
    const all = new Map([...values, ...derived].map((value) => [canonicalJson(value), value]));
    return [
      { path, values: [...all].map(([key, value]) => valueEffect(value, groups.get(key) ?? [], metric)) },
    ];
  });
}

function valueEffect(
  value: ColumnValue,
  configurations: readonly ConfigurationResult[],
  metric: string,
): ValueEffect {
  const trials = configurations.flatMap((configuration) => configuration.trials);
  return {
    value,
    trials: trials.length,
    diverged: trials.filter(({ status }) => status === "diverged").length,
    objective: objectiveOf(configurations, metric),
  };
}

/** Trials of one replicate share their random numbers, so they count as one value: their mean. */
function objectiveOf(configurations: readonly ConfigurationResult[], metric: string): Statistics {
  const known = configurations.map(({ trials }) => trials.flatMap(({ objective }) => objective ?? []));
  if (!configurations.every(isWhole)) return { ...statistics(known.flat()), sd: null, ci95: null };
  const replicates = known[0]?.map((_, r) => statistics(known.map((values) => values[r]!)).mean!);
  return metricStatistics(metric, replicates ?? [], mostOverlap(configurations));
}
