import type { ColumnValue } from "../spec/sweep.ts";
import { statedValue } from "./stated-value.ts";

/** Returns a column's value as CSV files have it: the shortest number, a word, a list as JSON, a data set as its name or as JSON. */
export function valueText(value: ColumnValue | null): string {
  if (value === null) return "";
  const stated = statedValue(value);
  if (typeof stated !== "object") return String(stated);
  if ("expression" in stated) return stated["expression"] as string;
  const [first, ...others] = Object.entries<unknown>(stated);
  const isName = first?.[0] === "name" && typeof first[1] === "string";
  return isName && others.length === 0 ? (first[1] as string) : JSON.stringify(stated);
}
