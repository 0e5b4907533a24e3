import type { StatedValue } from "../results/stated-value.ts";
import { valueText } from "../results/value-text.ts";
import type { ColumnValue } from "../spec/sweep.ts";

/** A value that every other tool has, too; null for none. */
export type Scalar = string | number | boolean | null;

/** A column whose values have one type. */
export interface TypedColumn {
  readonly name: string;
  readonly type: "integer" | "number" | "boolean" | "text";
  readonly values: readonly Scalar[];
}

/**
 * Returns values of a field as a column: numbers or booleans if all are, else text, in which lists and maps are JSON. Numbers
 * are floating-point even if all are whole: a learning rate has the same type in every export.
 */
export function typedColumn(name: string, values: readonly (StatedValue | null)[]): TypedColumn {
  const known = values.filter((value) => value !== null);
  const every = (type: string): boolean => known.length > 0 && known.every((value) => typeof value === type);
  if (every("number")) return { name, type: "number", values: values.map((value) => value as number) };
  if (every("boolean")) return { name, type: "boolean", values: values.map((value) => value as boolean) };
  const texts = values.map((value) => (value === null ? null : valueText(value as ColumnValue)));
  return { name, type: "text", values: texts };
}

/** Returns names that differ, also where upper and lower case do not count, as in SQL: of "a" and "A" the second is "A_2". */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let distinct = name;
    for (let i = 2; taken.has(distinct.toLowerCase()); i++) distinct = `${name}_${i}`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}
