import type { FieldValue } from "../fields/tables/field.ts";
import type { Column, ColumnValue } from "./sweep.ts";

/** Returns what a column shows, given a configuration's values by path; null where it has none. */
export function columnValue(
  { path, fields }: Column,
  valueOf: (path: string) => FieldValue | undefined,
): ColumnValue | null {
  if (!fields) return valueOf(path) ?? null;
  const entries = fields.flatMap((field) => {
    const value = valueOf(field);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { together: Object.fromEntries(entries) };
}
