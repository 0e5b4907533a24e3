import { canonicalJson } from "../../data/canonical-json.ts";
import type { Column, ColumnValue } from "../../spec/sweep.ts";
import { groupBy } from "../group-by.ts";
import type { AxisSplit, ConfigurationResult } from "../results.ts";
import { comparableBlocks } from "./comparable-blocks.ts";
import { valueEffect } from "./value-effect.ts";

/**
 * Returns the results of the values of one axis within each value of another. Within a level, only the values that occur
 * in it are compared with each other.
 */
export function splitEffect(
  column: number,
  by: number,
  {
    columns,
    configurations,
    metric,
  }: {
    readonly metric: string;
    columns: readonly Column[];
    configurations: readonly ConfigurationResult[];
  },
): Pick<AxisSplit, "path" | "levels"> {
  const levels = [...groupBy(configurations, ({ values }) => canonicalJson(values[by])).values()];
  return {
    path: columns[by]!.path,
    levels: levels.map((level) => {
      const groups = groupBy(level, ({ values }) => canonicalJson(values[column]));
      const present = [...groups.values()].map(([first]) => first!.values[column]!);
      const { compared } = comparableBlocks(column, present, { columns, configurations: level });
      const inBlocks = new Set(compared.flat());
      return {
        value: level[0]!.values[by] ?? null,
        values: [...groups.values()].map((sharing) =>
          valueEffect(
            sharing[0]!.values[column] as ColumnValue,
            sharing,
            sharing.filter((one) => inBlocks.has(one)),
            metric,
          ),
        ),
      };
    }),
  };
}
