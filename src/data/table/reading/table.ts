import type { CodeList } from "./code-list.ts";
import type { Misfits } from "./misfits.ts";
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

interface AnyColumn {
  readonly name: string;
  /** What does not fit it. */
  readonly misfits: Misfits;
}

/** A column of numbers, NaN where one is missing. */
export interface NumberColumn extends AnyColumn {
  readonly kind: "number";
  readonly values: NumberList;
}

/** A column of texts. */
export interface CategoryColumn extends AnyColumn {
  readonly kind: "category";
  readonly values: CodeList;
}

/** Returns whether a column has no value in a row. */
export function isMissing(column: TableColumn, row: number): boolean {
  return column.kind === "number" ? Number.isNaN(column.values.at(row)) : column.values.at(row) === 0;
}
