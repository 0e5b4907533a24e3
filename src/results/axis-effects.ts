import { canonicalJson } from "../data/canonical-json.ts";
import { statistics } from "../math/statistics.ts";
import type { Axis, FieldValue } from "../spec/experiment.ts";
import { groupBy } from "./group-by.ts";
import type { AxisEffect, ConfigurationResult, ValueEffect } from "./results.ts";

/** Returns, for each value of each axis, what the trials that share it come to. */
export function axisEffects(
  axes: readonly Axis[],
  configurations: readonly ConfigurationResult[],
): AxisEffect[] {
  return axes.map(({ path, values }, axis) => {
    const groups = groupBy(configurations, (configuration) => canonicalJson(configuration.values[axis]));
    return {
      path,
      values: values.map((value) => valueEffect(value, groups.get(canonicalJson(value)) ?? [])),
    };
  });
}

function valueEffect(value: FieldValue, configurations: readonly ConfigurationResult[]): ValueEffect {
  const trials = configurations.flatMap((configuration) => configuration.trials);
  return {
    value,
    trials: trials.length,
    diverged: trials.filter(({ status }) => status === "diverged").length,
    objective: statistics(trials.flatMap(({ objective }) => objective ?? [])),
  };
}
