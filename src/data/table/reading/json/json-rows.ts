import { MOST_COLUMNS } from "../../../limits.ts";
import { TableSyntaxError, type CellPlace, type TableRow } from "../table-row.ts";
import { statement, type Says } from "../../../../statement.ts";

/** What an entry of JSON holds. */
export type JsonObject = Readonly<Record<string, string | number | boolean | null>>;

/** Takes the entries of a file of JSON: each an object whose values are numbers, texts, true, false or null. */
export class JsonRows {
  readonly #onRow: (row: TableRow, object: JsonObject) => void;
  readonly #columns: readonly string[];
  readonly #names: ReadonlySet<string> | undefined;
  /** What an entry is called in messages. */
  readonly #entry: string;

  /**
   * @param columns Keys that become the cells of a row, in this order; absent = there are no cells, only objects.
   * @param onRow Called for each entry; stops the reading by throwing.
   */
  constructor(
    entry: string,
    columns: readonly string[] | undefined,
    onRow: (row: TableRow, object: JsonObject) => void,
  ) {
    this.#entry = entry;
    this.#columns = columns ?? [];
    this.#names = columns && new Set(columns);
    this.#onRow = onRow;
  }

  /** Takes the text of an entry that begins on a line, so many characters behind its start. */
  take(text: string, line: number, indent = 0): void {
    const source = { text, line, indent };
    if (hasMoreKeys(text, MOST_COLUMNS))
      throw fault(source, undefined, {
        subject: this.#article,
        verb: "must have",
        allowed: `at most ${MOST_COLUMNS} keys`,
        found: "more",
      });
    const object = this.#parse(source);
    for (const key of Object.keys(object)) {
      const value: unknown = object[key];
      if (typeof value === "object" && value !== null)
        throw fault(
          source,
          key,
          { subject: "A value", allowed: "a number, text, true, false or null", found: "a list or map" },
          "Write one object for each row",
        );
      if (this.#names?.has(key) === false)
        throw fault(source, key, `Unknown key "${key}": the first ${this.#entry}s do not have it`);
    }
    this.#onRow(new JsonRow(object, this.#columns, source), object);
  }

  #parse(source: Source): JsonObject {
    let value: unknown;
    try {
      value = JSON.parse(source.text);
    } catch (error) {
      throw fault(source, undefined, `Invalid JSON: ${(error as Error).message}`);
    }
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
    const found = Array.isArray(value) ? "a list" : "a single value";
    throw fault(source, undefined, { subject: this.#article, allowed: "an object", found });
  }

  get #article(): string {
    return `${this.#entry === "entry" ? "An" : "A"} ${this.#entry}`;
  }
}

/** The shortest entry of an object: `"":0,`. */
const SHORTEST_ENTRY = 5;

/** Returns whether a text has more colons outside of quotes, as there are keys, before it is parsed. */
function hasMoreKeys(text: string, most: number): boolean {
  if (text.length <= SHORTEST_ENTRY * most) return false;
  let keys = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length && keys <= most; at++) {
    const letter = text[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted && letter === "\\") at++;
    else if (!isQuoted && letter === ":") keys++;
  }
  return keys > most;
}

/** The text of an entry, and its place. */
interface Source {
  readonly text: string;
  readonly line: number;
  readonly indent: number;
}

class JsonRow implements TableRow {
  readonly #object: JsonObject;
  readonly #columns: readonly string[];
  readonly #source: Source;

  constructor(object: JsonObject, columns: readonly string[], source: Source) {
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

  leadsWithZero(cell: number): boolean {
    return /^0\d/.test(this.text(cell));
  }

  place(cell: number): CellPlace {
    return placeOfKey(this.#source, this.#columns[cell]);
  }

  #value(cell: number): JsonObject[string] | undefined {
    const key = this.#columns[cell]!;
    return Object.hasOwn(this.#object, key) ? this.#object[key] : undefined;
  }
}

function fault(source: Source, key: string | undefined, says: Says, hint?: string): TableSyntaxError {
  return new TableSyntaxError(statement("table-syntax", says, hint), placeOfKey(source, key));
}

function placeOfKey({ text, line, indent }: Source, key: string | undefined): CellPlace {
  const written = key === undefined ? "" : JSON.stringify(key);
  const start = Math.max(0, text.indexOf(written));
  const before = text.slice(0, start).split("\n");
  const column = before.at(-1)!.length;
  return {
    line: line + before.length - 1,
    column: column + 1 + (before.length === 1 ? indent : 0),
    length: Math.max(1, written.length),
    sourceLine:
      " ".repeat(before.length === 1 ? indent : 0) +
      text
        .slice(start - column)
        .split("\n")[0]!
        .slice(0, column + 200),
  };
}
