import { canonicalJson } from "../data/canonical-json.ts";
import { statistics } from "../math/statistics.ts";
import type { Column, ColumnValue } from "../spec/sweep.ts";
import { groupBy } from "./group-by.ts";
import type { AxisEffect, ConfigurationResult, ValueEffect } from "./results.ts";

/** Returns, for each value of each column, what the trials that share it come to; a name is no value to compare. */
export function axisEffects(
  columns: readonly Column[],
  configurations: readonly ConfigurationResult[],
): AxisEffect[] {
  return columns.flatMap(({ path, values, kind }, i) => {
    if (kind === "name") return [];
    const groups = groupBy(configurations, (configuration) => canonicalJson(configuration.values[i]));
    // A rule may derive values that no list has.
    const derived = configurations
      .map((configuration) => configuration.values[i] ?? null)
      .filter((value) => value !== null);
    const all = new Map([...values, ...derived].map((value) => [canonicalJson(value), value]));
    return [{ path, values: [...all].map(([key, value]) => valueEffect(value, groups.get(key) ?? [])) }];
  });
}

function valueEffect(value: ColumnValue, configurations: readonly ConfigurationResult[]): ValueEffect {
  const trials = configurations.flatMap((configuration) => configuration.trials);
  return {
    value,
    trials: trials.length,
    diverged: trials.filter(({ status }) => status === "diverged").length,
    objective: statistics(trials.flatMap(({ objective }) => objective ?? [])),
  };
}
