import type { TableSample } from "./sample-table.ts";

/** What a column is read as. */
export type ColumnKind = "number" | "category" | "ignored";

/** Returns what a column holds, judged by the first rows: numbers, if more than half of what is there are numbers. */
export function kindOf(cell: number, { rows, format }: TableSample): "number" | "category" {
  let [numbers, texts] = [0, 0];
  for (const row of rows) {
    const value = row[cell];
    if (typeof value === "number") numbers++;
    else if (value !== undefined && !format.missing.says(value)) texts++;
  }
  return numbers >= texts ? "number" : "category";
}
