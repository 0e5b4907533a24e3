/**
 * Lists of similar values as columns: the JSON has each field's name once, and a value that all share once.
 * @module
 */

/** Values of a list, in its order. */
export type PackedColumn =
  | { readonly same: unknown }
  | { readonly values: readonly unknown[] }
  /** Some entries are absent: the others, and their places. */
  | { readonly present: PackedColumn; readonly at: readonly number[] }
  | { readonly fields: Readonly<Record<string, PackedColumn>> };

/** A list as columns. */
export interface PackedList {
  readonly count: number;
  readonly column: PackedColumn;
}

/** Fields of an object. */
type Fields = Readonly<Record<string, unknown>>;

/** Returns a list as columns; values that JSON does not have are lost, as in JSON. */
export function packList(values: readonly unknown[]): PackedList {
  return { count: values.length, column: packColumn(values) };
}

/** Returns the list that was packed. The fields of objects may be in another order. */
export function unpackList({ count, column }: PackedList): unknown[] {
  return unpackColumn(column, count);
}

function packColumn(values: readonly unknown[]): PackedColumn {
  const at = values.flatMap((value, i) => (value === undefined ? [] : i));
  if (at.length < values.length) return { present: packColumn(at.map((i) => values[i])), at };
  if (values.length > 0 && areSame(values)) return { same: values[0] };
  if (values.length === 0 || !values.every(isFields)) return { values };
  const names = new Set(values.flatMap((value) => Object.keys(value)));
  const columns = [...names].map((name) => [name, packColumn(values.map((value) => fieldOf(value, name)))]);
  return { fields: Object.fromEntries(columns) as Readonly<Record<string, PackedColumn>> };
}

function unpackColumn(column: PackedColumn, count: number): unknown[] {
  if ("same" in column) return Array.from({ length: count }, () => column.same);
  if ("values" in column) return [...column.values];
  if ("present" in column) return spread(unpackColumn(column.present, column.at.length), column.at, count);
  const fields = Object.entries(column.fields).map(([name, own]) => ({
    name,
    values: unpackColumn(own, count),
  }));
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(
      fields.flatMap(({ name, values }) => (values[i] === undefined ? [] : [[name, values[i]]])),
    ),
  );
}

/** Puts values at their places, and nothing at the others. */
function spread(values: readonly unknown[], at: readonly number[], count: number): unknown[] {
  const all: unknown[] = Array.from({ length: count });
  at.forEach((place, i) => (all[place] = values[i]));
  return all;
}

function areSame([first, ...others]: readonly unknown[]): boolean {
  let text: string | undefined;
  return others.every((other) => {
    if (other === first || typeof other !== "object" || typeof first !== "object") return other === first;
    return JSON.stringify(other) === (text ??= JSON.stringify(first));
  });
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldOf(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
