import type { MissingRule, TableOptions } from "./table-options.ts";

/** Options that name columns with a rule of their own for missing values. */
export const RULES: Readonly<Record<string, MissingRule>> = {
  dropWithout: "drop",
  fillMean: "mean",
  fillMedian: "median",
  fillMostFrequent: "mostFrequent",
};

/** Returns what becomes of the missing values of a column. */
export function missingRuleOf(options: TableOptions, column: string): MissingRule {
  const named = Object.entries(RULES).find(([option]) =>
    (options[option] as readonly string[] | undefined)?.some((name) => name.trim() === column.trim()),
  );
  return named?.[1] ?? options.missing;
}
