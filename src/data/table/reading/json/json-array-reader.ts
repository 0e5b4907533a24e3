import { MEBIBYTE, MOST_ROW_BYTES } from "../../../limits.ts";
import { checkUtf8 } from "../check-utf8.ts";
import { JsonRows, type JsonObject } from "./json-rows.ts";
import { placeOf } from "../place-of.ts";
import { TableSyntaxError, type RowReader, type TableRow } from "../table-row.ts";
import { statement, type Says } from "../../../../statement.ts";
import { joinBytes, utf8Bytes, utf8Text } from "../../../../text/utf8.ts";

const [NEWLINE, QUOTE, BACKSLASH, COMMA] = [0x0a, 0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Reads a JSON array of objects, as many programs write tables; entries are taken one by one, however long it is. */
export class JsonArrayReader implements RowReader {
  readonly #rows: JsonRows;
  /** From the entry under way on. */
  #bytes: Uint8Array = new Uint8Array(0);
  /** The first byte of them that has not been looked at, and the line and column of the first of all. */
  #next = 0;
  #line = 1;
  #column = 1;
  /** Open brackets: 0 before the array, 1 between entries. */
  #depth = 0;
  #isQuoted = false;
  #isClosed = false;

  constructor(columns: readonly string[] | undefined, onRow: (row: TableRow, object: JsonObject) => void) {
    this.#rows = new JsonRows("entry", columns, onRow);
  }

  write(piece: Uint8Array): void {
    this.#bytes = joinBytes([this.#bytes, piece]);
    let start = 0;
    for (; this.#next < this.#bytes.length; this.#next++) {
      const end = this.#next;
      if (!this.#endsEntry(this.#bytes[end]!)) continue;
      this.#takeEntry(start, end);
      start = end + 1;
      this.#pass(end, start);
    }
    this.#bytes = this.#bytes.slice(start);
    this.#next -= start;
    if (this.#bytes.length > MOST_ROW_BYTES)
      throw this.#fault({
        subject: "An entry",
        verb: "must have",
        allowed: `at most ${MOST_ROW_BYTES / MEBIBYTE} MiB`,
        found: "more",
      });
  }

  end(): void {
    if (this.#isClosed && this.#text(0, this.#bytes.length).trim() === "") return;
    throw this.#fault(this.#isClosed ? "Nothing may follow the array" : "The array is not closed by ]");
  }

  /** Looks at a byte; returns whether an entry, or what precedes the first one, ends before it. */
  #endsEntry(byte: number): boolean {
    if (this.#isQuoted) {
      if (byte === BACKSLASH) this.#next++;
      else if (byte === QUOTE) this.#isQuoted = false;
      return false;
    }
    if (byte === QUOTE) this.#isQuoted = true;
    else if (byte === OPEN_LIST || byte === OPEN_MAP) return this.#depth++ === 0;
    else if (byte === CLOSE_LIST || byte === CLOSE_MAP) return (this.#isClosed = --this.#depth === 0);
    return byte === COMMA && this.#depth === 1;
  }

  #takeEntry(start: number, end: number): void {
    checkUtf8(this.#bytes.subarray(start, end), this.#line);
    const text = this.#text(start, end);
    const entry = text.trimStart();
    const first = end - utf8Bytes(entry).length;
    this.#pass(start, first);
    if (entry.trim() !== "") this.#rows.take(entry, this.#line, this.#column - 1);
    this.#pass(first, end);
  }

  /** Counts lines and columns. */
  #pass(start: number, end: number): void {
    for (let at = start; at < end; at++) {
      if (this.#bytes[at] === NEWLINE) [this.#line, this.#column] = [this.#line + 1, 1];
      else this.#column++;
    }
  }

  #text(start: number, end: number): string {
    return utf8Text(this.#bytes, start, end);
  }

  #fault(says: Says): TableSyntaxError {
    return new TableSyntaxError(
      statement("table-syntax", says),
      placeOf(this.#bytes, { start: 0, end: 1, rowStart: 0, line: this.#line }),
    );
  }
}
