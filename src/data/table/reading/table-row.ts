import type { Statement } from "../../../statement.ts";

/** A row, valid until the next one is read. Text and numbers are read only on request. */
export interface TableRow {
  /** Cells that it has. */
  readonly count: number;
  /** Returns the text of a cell, without spaces around it. */
  text(cell: number): string;
  /** Returns the number that a cell spells; NaN where it spells none. */
  number(cell: number): number;
  /** Returns whether a cell begins with a 0 before another digit, as codes do and numbers do not. */
  leadsWithZero(cell: number): boolean;
  /** Returns the place of a cell. */
  place(cell: number): CellPlace;
}

/** The place of a cell. Lines count from 1, columns in characters from 1. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly sourceLine: string;
}

/** An error that ends the reading of a table, because the ends of the cells after it are not known. */
export class TableSyntaxError extends Error {
  readonly statement: Statement;
  readonly place: CellPlace;

  constructor(wrong: Statement, place: CellPlace) {
    super(wrong.message);
    this.statement = wrong;
    this.place = place;
  }
}

/** Reads the rows of a table from its bytes, a piece at a time, and passes each to its maker. */
export interface RowReader {
  /** Reads the next piece. @throws {TableSyntaxError} */
  write(piece: Uint8Array): void;
  /** Reads what is left: the last line may have no line break. @throws {TableSyntaxError} */
  end(): void;
}
