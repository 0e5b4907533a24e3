import type { FieldValue } from "../fields/tables/field.ts";
import type { ColumnValue } from "../spec/sweep.ts";
import { statedOptions } from "../configuration/without-defaults.ts";

/** A value as files state it. */
export type StatedValue = FieldValue | Readonly<Record<string, FieldValue>>;

/** Returns a column's value as it is written in a file: a data set or an optimizer without the options that have their default. */
export function statedValue(value: ColumnValue): StatedValue {
  if (typeof value !== "object") return value;
  if ("together" in value) return value.together;
  if (!("name" in value)) return value;
  return statedOptions(value) as unknown as FieldValue; // some of the options it was given
}
