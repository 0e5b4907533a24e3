import type { ColumnEncoding } from "../../data/table/encoding.ts";

/** Returns the column of a row that an input is read from: for a part of a date, the column of the date. */
export function sourceColumn(encoding: ColumnEncoding): string {
  const writing = encoding.kind === "number" ? encoding.writing : undefined;
  return writing?.kind === "date" ? writing.column : encoding.column;
}
