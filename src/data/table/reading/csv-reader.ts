import { MEBIBYTE, MOST_COLUMNS, MOST_ROW_BYTES } from "../../limits.ts";
import { checkUtf8 } from "./check-utf8.ts";
import { CsvRow } from "./csv-row.ts";
import { placeOf } from "./place-of.ts";
import { TableSyntaxError, type RowReader, type TableRow } from "./table-row.ts";
import { statement, type Says } from "../../../statement.ts";

const [QUOTE, NEWLINE, RETURN, SPACE, TAB] = [0x22, 0x0a, 0x0d, 0x20, 0x09];
/** Where a row does not end in the bytes at hand. */
const OPEN = -1;

/** How a file of CSV is written, as bytes. */
export interface CsvDialect {
  /** A space means any run of blanks. */
  readonly delimiter: number;
  /** Lines at the top that are no rows. */
  readonly skippedLines?: number;
  /** Lines that begin with these bytes are no rows either. */
  readonly comment?: Uint8Array;
  /** Between whole and fraction of a number. */
  readonly mark: number;
}

/**
 * Reads CSV: RFC 4180 with any delimiter, lines of any system, spaces around cells, blank lines skipped. A cell that begins
 * with a quote ends with one, and quotes in it are doubled.
 */
export class CsvReader implements RowReader {
  readonly #delimiter: number;
  readonly #isBlankParted: boolean;
  readonly #skippedLines: number;
  readonly #comment: Uint8Array | undefined;
  readonly #onRow: (row: TableRow) => void;
  readonly #row: CsvRow;
  #bytes: Uint8Array = new Uint8Array(0);
  /** Whether nothing follows these bytes. */
  #isLast = false;
  /** Line of the row under way, and line breaks in it. */
  #line = 1;
  #breaks = 0;

  /** @param onRow Called for each row; stops the reading by throwing. */
  constructor({ delimiter, mark, skippedLines = 0, comment }: CsvDialect, onRow: (row: TableRow) => void) {
    this.#delimiter = delimiter;
    this.#isBlankParted = delimiter === SPACE;
    this.#skippedLines = skippedLines;
    this.#comment = comment;
    this.#onRow = onRow;
    this.#row = new CsvRow(mark);
  }

  write(piece: Uint8Array): void {
    this.#bytes = this.#bytes.length > 0 ? joined(this.#bytes, piece) : piece;
    const read = this.#readRows();
    // A piece is overwritten by the next one, what was joined is not.
    if (read > 0 || this.#bytes === piece) this.#bytes = this.#bytes.slice(read);
    if (this.#bytes.length > MOST_ROW_BYTES) throw this.#tooLong(0);
  }

  end(): void {
    this.#isLast = true;
    this.#readRows();
  }

  /** Hands on every whole row and returns where the first one begins that is not whole. */
  #readRows(): number {
    const line = this.#line;
    let start = 0;
    while (start < this.#bytes.length) {
      const next = this.#isNoRow(start) ? this.#skipLine(start) : this.#readRow(start);
      if (next === OPEN) break;
      start = next;
    }
    checkUtf8(this.#bytes.subarray(0, start), line);
    return start;
  }

  #isNoRow(start: number): boolean {
    if (this.#line <= this.#skippedLines) return true;
    return this.#comment?.every((byte, i) => this.#bytes[start + i] === byte) ?? false;
  }

  /** Returns the first byte behind a line, or OPEN. */
  #skipLine(start: number): number {
    const newline = this.#bytes.indexOf(NEWLINE, start);
    if (newline < 0) return this.#isLast ? this.#bytes.length : OPEN;
    this.#line++;
    return newline + 1;
  }

  /** Returns the first byte behind a row, or OPEN. */
  #readRow(start: number): number {
    const [bytes, row] = [this.#bytes, this.#row];
    row.bytes = bytes;
    row.start = start;
    row.line = this.#line;
    row.count = 0;
    this.#breaks = 0;
    for (let at = this.#isBlankParted ? this.#skipBlanks(start) : start; ; at++) {
      at = this.#readCell(at);
      if (at !== OPEN && this.#isBlankParted) at = this.#lastBlank(at);
      if (at === OPEN || (at >= bytes.length && !this.#isLast)) return OPEN;
      if (row.count > MOST_COLUMNS)
        throw this.#fault(start, start + 1, {
          subject: "A row",
          verb: "must have",
          allowed: `at most ${MOST_COLUMNS} cells`,
          found: "more",
        });
      if (at < bytes.length && this.#isDelimiter(bytes[at]!)) continue;
      if (at - start > MOST_ROW_BYTES) throw this.#tooLong(start);
      if (row.count > 1 || !isBlank(bytes, row.starts[0]!, row.ends[0]!)) this.#onRow(row);
      this.#line += this.#breaks + 1;
      return at + 1;
    }
  }

  #tooLong(start: number): Error {
    const allowed = `at most ${MOST_ROW_BYTES / MEBIBYTE} MiB`;
    const found = "more, perhaps because a quote is not closed";
    return this.#fault(start, start + 1, { subject: "A row", verb: "must have", allowed, found });
  }

  #isDelimiter(byte: number): boolean {
    return byte === this.#delimiter || (this.#isBlankParted && byte === TAB);
  }

  #skipBlanks(start: number): number {
    let at = start;
    while (at < this.#bytes.length && this.#isDelimiter(this.#bytes[at]!)) at++;
    return at;
  }

  /** Returns the last blank of those behind a cell, or what follows them if that ends the row. */
  #lastBlank(start: number): number {
    const next = this.#skipBlanks(start);
    const ends = next >= this.#bytes.length || this.#bytes[next] === NEWLINE || this.#bytes[next] === RETURN;
    if (!ends) return Math.max(start, next - 1);
    return this.#bytes[next] === RETURN ? next + 1 : next;
  }

  /** Returns the delimiter or line break behind a cell, or OPEN. */
  #readCell(start: number): number {
    const bytes = this.#bytes;
    const delimiter = this.#delimiter;
    let at = start;
    let byte = bytes[at];
    const other = this.#isBlankParted ? TAB : delimiter;
    while (at < bytes.length && byte !== delimiter && byte !== other && byte !== NEWLINE && byte !== QUOTE)
      byte = bytes[++at];
    if (at < bytes.length && byte === QUOTE) {
      if (isBlank(bytes, start, at)) return this.#readQuoted(at + 1);
      throw this.#fault(start, at + 1, "A cell with quotes must begin with one");
    }
    const hasReturn = byte !== delimiter && byte !== other && at > start && bytes[at - 1] === RETURN;
    this.#row.add(start, hasReturn ? at - 1 : at, false);
    return at;
  }

  /** @param start The first byte within the quotes. */
  #readQuoted(start: number): number {
    const bytes = this.#bytes;
    let isDoubled = false;
    for (let at = start; ; at += 2) {
      while (at < bytes.length && bytes[at] !== QUOTE) if (bytes[at++] === NEWLINE) this.#breaks++;
      if (at + 1 >= bytes.length && !this.#isLast) return OPEN;
      if (at >= bytes.length) throw this.#fault(start - 1, start, "A quote is not closed");
      if (bytes[at + 1] === QUOTE) {
        isDoubled = true;
        continue;
      }
      this.#row.add(start, at, isDoubled);
      return this.#findEnd(at + 1);
    }
  }

  /** Returns the delimiter or line break behind a closing quote, or OPEN. */
  #findEnd(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    if (this.#isBlankParted && at < bytes.length && this.#isDelimiter(bytes[at]!)) return at;
    while (at < bytes.length && (bytes[at] === SPACE || bytes[at] === RETURN)) at++;
    if (at >= bytes.length) return this.#isLast ? at : OPEN;
    if (bytes[at] === this.#delimiter || bytes[at] === NEWLINE) return at;
    throw this.#fault(at, at + 1, "A cell in quotes must end with them, and quotes in it must be doubled");
  }

  #fault(start: number, end: number, says: Says): TableSyntaxError {
    const rowStart = Math.min(this.#row.start, start);
    const place = placeOf(this.#bytes, { start, end, rowStart, line: this.#line });
    return new TableSyntaxError(statement("table-syntax", says), place);
  }
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] !== SPACE && bytes[i] !== RETURN) return false;
  return true;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
