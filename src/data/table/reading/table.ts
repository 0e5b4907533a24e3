import type { CodeList } from "./code-list.ts";
import type { NumberList } from "./number-list.ts";

/** A data file as columns in memory. */
export interface Table {
  /** The file as the user named it. */
  readonly file: string;
  /** Of the file's bytes, hex. */
  readonly sha256: string;
  readonly rows: number;
  /** In the file's order, without those that are ignored. */
  readonly columns: readonly TableColumn[];
  /** Names of all columns that the file has. */
  readonly names: readonly string[];
}

export type TableColumn = NumberColumn | CategoryColumn;

/** A column of numbers, NaN where one is missing. */
export interface NumberColumn {
  readonly kind: "number";
  readonly name: string;
  readonly values: NumberList;
}

/** A column of texts. */
export interface CategoryColumn {
  readonly kind: "category";
  readonly name: string;
  readonly values: CodeList;
}

/** Returns whether a column has no value in a row. */
export function isMissing(column: TableColumn, row: number): boolean {
  return column.kind === "number" ? Number.isNaN(column.values.at(row)) : column.values.at(row) === 0;
}

/** Words that stand for a missing value, in small letters; so does an empty cell. */
export const MISSING_WORDS: readonly string[] = ["", "na", "n/a", "nan", "null", "?"];

/** Returns whether a cell's text says that its value is missing. */
export function saysMissing(text: string): boolean {
  return text.length <= 4 && MISSING_WORDS.includes(text.toLowerCase());
}
