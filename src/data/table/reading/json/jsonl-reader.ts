import { MEBIBYTE, MOST_ROW_BYTES } from "../../../limits.ts";
import { checkUtf8 } from "../check-utf8.ts";
import { JsonRows, type JsonObject } from "./json-rows.ts";
import { placeOf } from "../place-of.ts";
import { TableSyntaxError, type RowReader, type TableRow } from "../table-row.ts";
import { statement } from "../../../../statement.ts";
import { joinBytes, utf8Text } from "../../../../text/utf8.ts";

const NEWLINE = 0x0a;

/** Reads JSON Lines: an object a line; blank lines are skipped. */
export class JsonlReader implements RowReader {
  readonly #rows: JsonRows;
  #bytes: Uint8Array = new Uint8Array(0);
  #line = 1;

  constructor(columns: readonly string[] | undefined, onRow: (row: TableRow, object: JsonObject) => void) {
    this.#rows = new JsonRows("line", columns, onRow);
  }

  write(piece: Uint8Array): void {
    const bytes = this.#bytes.length > 0 ? joinBytes([this.#bytes, piece]) : piece;
    const last = bytes.lastIndexOf(NEWLINE);
    this.#readLines(bytes.subarray(0, last + 1));
    this.#bytes = bytes.slice(last + 1);
    if (this.#bytes.length > MOST_ROW_BYTES) {
      const place = placeOf(this.#bytes, { start: 0, end: 1, rowStart: 0, line: this.#line });
      const allowed = `at most ${MOST_ROW_BYTES / MEBIBYTE} MiB`;
      const rule = { subject: "A line", verb: "must have", allowed, found: "more" };
      throw new TableSyntaxError(statement("table-syntax", rule), place);
    }
  }

  end(): void {
    this.#readLines(this.#bytes);
  }

  #readLines(bytes: Uint8Array): void {
    checkUtf8(bytes, this.#line);
    const lines = utf8Text(bytes).split("\n");
    if (lines.at(-1) === "") lines.pop();
    for (const line of lines) {
      if (line.trim() !== "") this.#rows.take(line, this.#line);
      this.#line++;
    }
  }
}
