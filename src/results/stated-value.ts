import type { FieldValue } from "../fields/tables/field.ts";
import type { ColumnValue } from "../spec/sweep.ts";
import { statedOptions } from "../configuration/without-defaults.ts";

/** A value as files state it. */
export type StatedValue = FieldValue | Readonly<Record<string, FieldValue>>;

/** Returns a column's value as a file has to state it: of a data set or optimizer only the options that are not at their default. */
export function statedValue(value: ColumnValue): StatedValue {
  if (typeof value !== "object") return value;
  if ("together" in value) return value.together;
  if (!("name" in value)) return value;
  return statedOptions(value) as unknown as FieldValue; // some of the options it was given
}
