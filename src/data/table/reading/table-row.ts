/** A row as its reader hands it on, valid until the next one. Text and numbers are read only when they are asked for. */
export interface TableRow {
  /** Cells that it has. */
  readonly count: number;
  /** Returns the text of a cell, without spaces around it. */
  text(cell: number): string;
  /** Returns the number that a cell spells; NaN where it spells none. */
  number(cell: number): number;
  /** Returns whether a cell begins with a 0 before another digit, as codes do and numbers do not. */
  leadsWithZero(cell: number): boolean;
  /** Returns where a cell stands. */
  place(cell: number): CellPlace;
}

/** Where a cell stands. Lines count from 1, columns in characters from 1. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly sourceLine: string;
}

/** What stops the reading of a table: from there on nobody knows where cells end. */
export class TableSyntaxError extends Error {
  readonly place: CellPlace;

  /** @param message What must hold there, and what was found: "a quote must be closed: none follows". */
  constructor(message: string, place: CellPlace) {
    super(message);
    this.place = place;
  }
}

/** Reads the rows of a table from its bytes, a piece at a time; hands each to whoever made the reader. */
export interface RowReader {
  /** Reads on. @throws {TableSyntaxError} */
  write(piece: Uint8Array): void;
  /** Reads what is left: a last line may lack its line break. @throws {TableSyntaxError} */
  end(): void;
}
