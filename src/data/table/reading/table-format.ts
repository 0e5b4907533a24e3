import type { CellWriting } from "./writing/cell-writing.ts";
import type { MissingWords } from "./missing-words.ts";
import { CsvReader, type CsvDialect } from "./csv-reader.ts";
import type { Decimal, Delimiter, Dialect } from "./dialect.ts";
import { JsonArrayReader } from "./json/json-array-reader.ts";
import { JsonlReader } from "./json/jsonl-reader.ts";
import { WrittenRow } from "./writing/written-row.ts";
import type { RowReader, TableRow } from "./table-row.ts";

/** How a file holds a table, as far as its options say so. */
export interface TableFormat extends Dialect {
  readonly kind: "csv" | "jsonl";
}

/** How a file holds a table: all that its reader has to know. */
export type KnownFormat = KnownCsv | KnownJson;

interface KnownCsv extends KnownColumns {
  readonly kind: "csv";
  readonly dialect: CsvDialect;
}

interface KnownJson extends KnownColumns {
  readonly kind: "jsonl" | "jsonArray";
}

interface KnownColumns {
  /** Names of all cells of a row; behind them those of the parts of dates. */
  readonly columns: readonly string[];
  /** Cells that a row has in the file. */
  readonly cells: number;
  /** How each column spells numbers, where they are not plain. */
  readonly writings: readonly (CellWriting | undefined)[];
  /** Whether a writing was found that no option names. */
  readonly isFound: boolean;
  readonly missing: MissingWords;
  /** Rows at the top that name the columns: 0 or 1. */
  readonly headings: number;
  /** Columns to which the file gives no name. */
  readonly unnamed: readonly string[];
}

/** In the order in which equal counts are decided. */
export const DELIMITERS: Readonly<Record<Exclude<Delimiter, "auto">, number>> = {
  comma: 0x2c,
  semicolon: 0x3b,
  tab: 0x09,
  pipe: 0x7c,
  space: 0x20,
};

/** The bytes that may separate whole and fraction. */
export const POINT = 0x2e;
export const COMMA = 0x2c;

/** Returns a reader of a table's rows, the header among them. */
export function readerOf(format: KnownFormat, onRow: (row: TableRow) => void): RowReader {
  const { columns, writings, cells } = format;
  const take = writings.some((writing) => writing)
    ? (row: TableRow) => onRow(new WrittenRow(row, format))
    : onRow;
  if (format.kind === "csv") return new CsvReader(format.dialect, take);
  const keys = columns.slice(0, cells);
  return format.kind === "jsonl" ? new JsonlReader(keys, take) : new JsonArrayReader(keys, take);
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
