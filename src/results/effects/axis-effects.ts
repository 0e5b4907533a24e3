import { canonicalJson } from "../../data/canonical-json.ts";
import type { MetricGoal } from "../../metrics/metrics.ts";
import type { Column } from "../../spec/sweep.ts";
import { groupBy } from "../group-by.ts";
import type { AxisEffect, ConfigurationResult } from "../results.ts";
import { chooseSplit } from "./choose-split.ts";
import { comparableBlocks } from "./comparable-blocks.ts";
import { valueEffect } from "./value-effect.ts";

/**
 * Returns, for each column, the results of its values on average over the same combinations of all others, and within
 * each value of another column where that average would mislead. Names are not values that could be compared.
 *
 * @param winners The best configuration of each condition.
 */
export function axisEffects(
  columns: readonly Column[],
  configurations: readonly ConfigurationResult[],
  { metric, goal, winners }: { metric: string; goal: MetricGoal; winners: readonly ConfigurationResult[] },
): AxisEffect[] {
  return columns.flatMap(({ path, values, kind }, i) => {
    if (kind === "name") return [];
    const known = configurations.filter((configuration) => configuration.values[i] !== null);
    // A rule may derive values that no list has.
    const all = new Map(
      [...values, ...known.map((configuration) => configuration.values[i]!)].map((value) => [
        canonicalJson(value),
        value,
      ]),
    );
    const groups = groupBy(known, (configuration) => canonicalJson(configuration.values[i]));
    const tried = [...all.values()].filter((value) => groups.has(canonicalJson(value)));
    const grid = { columns, configurations: known, metric };
    const blocks = comparableBlocks(i, tried, grid);
    const inBlocks = new Set(blocks.compared.flat());
    const effects = [...all].map(([key, value]) => {
      const sharing = groups.get(key) ?? [];
      return valueEffect(
        value,
        sharing,
        sharing.filter((configuration) => inBlocks.has(configuration)),
        metric,
      );
    });
    const within = chooseSplit(i, { ...grid, blocks, effects, goal, winners });
    return [
      {
        path,
        values: effects,
        blocks: { compared: blocks.compared.length, all: blocks.all },
        ...(within && { within }),
      },
    ];
  });
}
