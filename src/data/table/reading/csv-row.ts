import { parseNumber } from "./parse-number.ts";
import { utf8Text } from "../../../text/utf8.ts";
import { placeOf } from "./place-of.ts";
import type { CellPlace, TableRow } from "./table-row.ts";

const FIRST_SIZE = 64;
const [ZERO, NINE] = [0x30, 0x39];

/** A row of CSV: where its cells lie among bytes. The reader writes it, one row after the other. */
export class CsvRow implements TableRow {
  bytes: Uint8Array = new Uint8Array(0);
  /** Where the row begins, and on which line. */
  start = 0;
  line = 1;
  count = 0;
  /** Where each cell begins and ends; a quoted one without its quotes. */
  starts: Int32Array = new Int32Array(FIRST_SIZE);
  ends: Int32Array = new Int32Array(FIRST_SIZE);
  /** 1 where a cell has quotes in it, which are doubled. */
  doubled: Uint8Array = new Uint8Array(FIRST_SIZE);
  readonly #mark: number;

  /** @param mark The byte between whole and fraction of a number. */
  constructor(mark: number) {
    this.#mark = mark;
  }

  add(start: number, end: number, isDoubled: boolean): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.doubled[this.count++] = isDoubled ? 1 : 0;
  }

  text(cell: number): string {
    const text = utf8Text(this.bytes, this.starts[cell], this.ends[cell]);
    return (this.doubled[cell] ? text.replaceAll('""', '"') : text).trim();
  }

  number(cell: number): number {
    return parseNumber(this.bytes, this.starts[cell]!, this.ends[cell]!, this.#mark);
  }

  leadsWithZero(cell: number): boolean {
    const [start, end] = [this.starts[cell]!, this.ends[cell]!];
    if (end - start < 2 || this.bytes[start] !== ZERO) return false;
    const next = this.bytes[start + 1]!;
    return next >= ZERO && next <= NINE;
  }

  place(cell: number): CellPlace {
    const [start, end] = [this.starts[cell]!, this.ends[cell]!];
    return placeOf(this.bytes, { start, end, rowStart: this.start, line: this.line });
  }

  #grow(): void {
    const { starts, ends, doubled } = this;
    const size = 2 * starts.length;
    (this.starts = new Int32Array(size)).set(starts);
    (this.ends = new Int32Array(size)).set(ends);
    (this.doubled = new Uint8Array(size)).set(doubled);
  }
}
