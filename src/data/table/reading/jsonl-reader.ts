import { checkUtf8 } from "./check-utf8.ts";
import { placeOf } from "./place-of.ts";
import { TableSyntaxError, type CellPlace, type RowReader, type TableRow } from "./table-row.ts";

const NEWLINE = 0x0a;
const MOST_LINE_BYTES = 1 << 24;

/** What a line of JSON holds. */
export type JsonObject = Readonly<Record<string, string | number | boolean | null>>;

/** Reads JSON Lines: an object a line, whose values are numbers, texts, true, false or null; blank lines are skipped. */
export class JsonlReader implements RowReader {
  readonly #onRow: (row: TableRow, object: JsonObject) => void;
  readonly #columns: readonly string[];
  readonly #names: ReadonlySet<string> | undefined;
  #bytes: Uint8Array = new Uint8Array(0);
  #line = 1;

  /**
   * @param columns Keys that become the cells of a row, in this order; absent = there are no cells, only objects.
   * @param onRow Called for each line; stops the reading by throwing.
   */
  constructor(columns: readonly string[] | undefined, onRow: (row: TableRow, object: JsonObject) => void) {
    this.#columns = columns ?? [];
    this.#names = columns && new Set(columns);
    this.#onRow = onRow;
  }

  write(piece: Uint8Array): void {
    const bytes = this.#bytes.length > 0 ? Buffer.concat([this.#bytes, piece]) : piece;
    const last = bytes.lastIndexOf(NEWLINE);
    this.#readLines(bytes.subarray(0, last + 1));
    this.#bytes = bytes.slice(last + 1);
    if (this.#bytes.length > MOST_LINE_BYTES) {
      const place = placeOf(this.#bytes, { start: 0, end: 1, rowStart: 0, line: this.#line });
      throw new TableSyntaxError("a line may have at most 16 MiB: more found", place);
    }
  }

  end(): void {
    this.#readLines(this.#bytes);
  }

  #readLines(bytes: Uint8Array): void {
    checkUtf8(bytes, this.#line);
    const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8").split("\n");
    if (lines.at(-1) === "") lines.pop();
    for (const line of lines) {
      if (line.trim() !== "") this.#readLine(line);
      this.#line++;
    }
  }

  #readLine(text: string): void {
    const object = this.#parse(text);
    for (const key of Object.keys(object)) {
      const value: unknown = object[key];
      if (typeof value === "object" && value !== null)
        throw this.#fault(text, key, "a value must be simple: a list or map");
      if (this.#names?.has(key) === false)
        throw this.#fault(text, key, `the first lines must have every key: "${key}" is new`);
    }
    this.#onRow(new JsonRow(object, this.#columns, { text, line: this.#line }), object);
  }

  #parse(text: string): JsonObject {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw this.#fault(text, undefined, `a line must be JSON: ${(error as Error).message}`);
    }
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
    throw this.#fault(text, undefined, "a line must be an object: something else");
  }

  #fault(text: string, key: string | undefined, rule: string): TableSyntaxError {
    return new TableSyntaxError(rule, placeOfKey(text, key, this.#line));
  }
}

class JsonRow implements TableRow {
  readonly #object: JsonObject;
  readonly #columns: readonly string[];
  readonly #source: { readonly text: string; readonly line: number };

  constructor(object: JsonObject, columns: readonly string[], source: { text: string; line: number }) {
    this.#object = object;
    this.#columns = columns;
    this.#source = source;
  }

  get count(): number {
    return this.#columns.length;
  }

  text(cell: number): string {
    const value = this.#value(cell);
    return value === undefined || value === null ? "" : String(value).trim();
  }

  number(cell: number): number {
    const value = this.#value(cell);
    return typeof value === "number" ? value : NaN;
  }

  place(cell: number): CellPlace {
    return placeOfKey(this.#source.text, this.#columns[cell], this.#source.line);
  }

  #value(cell: number): JsonObject[string] | undefined {
    const key = this.#columns[cell]!;
    return Object.hasOwn(this.#object, key) ? this.#object[key] : undefined;
  }
}

function placeOfKey(text: string, key: string | undefined, line: number): CellPlace {
  const written = key === undefined ? "" : JSON.stringify(key);
  const start = Math.max(0, text.indexOf(written));
  return {
    line,
    column: start + 1,
    length: Math.max(1, written.length),
    sourceLine: text.slice(0, start + 200),
  };
}
