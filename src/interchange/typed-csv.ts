import { toCsv, type Cell } from "../results/tables/csv.ts";
import type { Scalar, TypedColumn } from "./typed-column.ts";

/** Rows whose text is made at once. */
const ROWS_AT_ONCE = 1000;

/** Yields a table as CSV in pieces: numbers in full, `true` and `false`, nothing where there is no value. */
export function* typedCsv(columns: readonly TypedColumn[]): Generator<string> {
  const count = columns[0]?.values.length ?? 0;
  yield toCsv([columns.map(({ name }) => name)]);
  for (let at = 0; at < count; at += ROWS_AT_ONCE) {
    const some = Array.from({ length: Math.min(ROWS_AT_ONCE, count - at) }, (_, i) =>
      columns.map(({ values }) => cellOf(values[at + i] ?? null)),
    );
    yield toCsv(some);
  }
}

function cellOf(value: Scalar): Cell {
  return typeof value === "boolean" ? String(value) : value;
}
