import { CsvReader, type CsvDialect } from "./csv-reader.ts";
import { JsonlReader } from "./jsonl-reader.ts";
import type { RowReader, TableRow } from "./table-row.ts";

/** How a file holds a table, as far as its options say so. */
export interface TableFormat {
  readonly kind: "csv" | "jsonl";
  readonly delimiter: Delimiter;
  readonly decimal: Decimal;
}

export type Delimiter = "auto" | "comma" | "semicolon" | "tab" | "pipe";
export type Decimal = "auto" | "point" | "comma";

/** How a file holds a table: all that its reader has to know. */
export type KnownFormat =
  | { readonly kind: "csv"; readonly dialect: CsvDialect; readonly columns: readonly string[] }
  | { readonly kind: "jsonl"; readonly columns: readonly string[] };

/** In the order in which equal counts are decided. */
const DELIMITERS: Readonly<Record<Exclude<Delimiter, "auto">, number>> = {
  comma: 0x2c,
  semicolon: 0x3b,
  tab: 0x09,
  pipe: 0x7c,
};
const [QUOTE, NEWLINE] = [0x22, 0x0a];

/** The bytes that may stand between whole and fraction. */
export const POINT = 0x2e;
export const COMMA = 0x2c;

/** Returns a reader of a table's rows, the header among them. */
export function readerOf(format: KnownFormat, onRow: (row: TableRow) => void): RowReader {
  if (format.kind === "csv") return new CsvReader(format.dialect, onRow);
  return new JsonlReader(format.columns, onRow);
}

/** Returns the byte between cells: the one that a CSV file's first line has most of outside of quotes. */
export function delimiterOf(delimiter: Delimiter, start: Uint8Array): number {
  if (delimiter !== "auto") return DELIMITERS[delimiter];
  const counts = new Map<number, number>(Object.values(DELIMITERS).map((byte) => [byte, 0]));
  let isQuoted = false;
  for (const byte of start) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === NEWLINE && !isQuoted) break;
    else if (!isQuoted && counts.has(byte)) counts.set(byte, counts.get(byte)! + 1);
  }
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

const POINT_NUMBER = /^[-+]?\d*\.\d+$/;
const COMMA_NUMBER = /^[-+]?\d*,\d+$/;

/**
 * Returns the byte between whole and fraction of a number: a comma where it does not part cells, some of these cells are
 * numbers with it, and none is one with a point.
 */
export function markOf(decimal: Decimal, delimiter: number, cells: Iterable<string>): number {
  if (decimal !== "auto") return decimal === "comma" ? COMMA : POINT;
  if (delimiter === DELIMITERS.comma) return POINT;
  let hasComma = false;
  for (const cell of cells) {
    if (POINT_NUMBER.test(cell)) return POINT;
    hasComma ||= COMMA_NUMBER.test(cell);
  }
  return hasComma ? COMMA : POINT;
}
