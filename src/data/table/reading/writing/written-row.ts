import { writtenNumber, type CellWriting } from "./cell-writing.ts";
import type { CellPlace, TableRow } from "../table-row.ts";

/** How cells are written, by the columns and the parts of dates behind them. */
interface Written {
  readonly columns: readonly string[];
  readonly writings: readonly (CellWriting | undefined)[];
}

/** A row some of whose cells spell numbers that are not plain, or are parts of dates in other cells. */
export class WrittenRow implements TableRow {
  readonly #row: TableRow;
  readonly #format: Written;

  constructor(row: TableRow, format: Written) {
    this.#row = row;
    this.#format = format;
  }

  get count(): number {
    return this.#row.count;
  }

  text(cell: number): string {
    return this.#row.text(this.#sourceOf(cell));
  }

  number(cell: number): number {
    const writing = this.#format.writings[cell];
    if (!writing) return this.#row.number(cell);
    const text = this.text(cell);
    const plain = writing.kind === "number" && writing.unit.join("") === "" ? this.#row.number(cell) : NaN;
    const isPlain = !Number.isNaN(plain) && !/[.,]/.test(text);
    return isPlain ? plain : writtenNumber(text, writing);
  }

  leadsWithZero(cell: number): boolean {
    return this.#format.writings[cell]?.kind !== "date" && this.#row.leadsWithZero(cell);
  }

  place(cell: number): CellPlace {
    return this.#row.place(this.#sourceOf(cell));
  }

  #sourceOf(cell: number): number {
    const writing = this.#format.writings[cell];
    return writing?.kind === "date" ? this.#format.columns.indexOf(writing.column) : cell;
  }
}
