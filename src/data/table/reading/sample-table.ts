import { DatasetError } from "../../dataset-error.ts";
import { MOST_COLUMNS } from "../../limits.ts";
import { writtenNumber } from "./writing/cell-writing.ts";
import { columnNames, firstRow, isNumber, NO_ROW } from "./column-names.ts";
import { columnWritings } from "./writing/column-writings.ts";
import { CsvReader, type CsvDialect } from "./csv-reader.ts";
import { csvStart } from "./csv-start.ts";
import { DIALECT_DEFAULTS } from "./dialect.ts";
import { JsonArrayReader } from "./json/json-array-reader.ts";
import type { JsonObject } from "./json/json-rows.ts";
import { JsonlReader } from "./json/jsonl-reader.ts";
import { missingWordsOf } from "./missing-words.ts";
import { ENOUGH, faultAt, feedFile, NOWHERE, type OpenReader, type TableFile } from "./table-file.ts";
import { COMMA, markOf, POINT, type KnownFormat, type TableFormat } from "./table-format.ts";
import { parseNumber } from "./parse-number.ts";
import { statement } from "../../../statement.ts";
import { utf8Bytes, utf8Text } from "../../../text/utf8.ts";

/** Rows by which the columns of a table are judged; fewer of a wide one, as texts take memory. */
const SAMPLE_ROWS = 1000;
const SAMPLE_CELLS = 5_000_000;

/** The beginning of a table. */
export interface TableSample {
  readonly format: KnownFormat;
  /** A cell that spells a number as that number, any other as its text. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Returns the beginning of a table. @throws {DatasetError} If it is none, or its columns have no proper names. */
export function sampleTable(file: TableFile, format: TableFormat): TableSample {
  return format.kind === "csv" ? sampleCsv(file, format) : sampleJson(file, format);
}

function sampleCsv(file: TableFile, options: TableFormat): TableSample {
  const { decimal, header, names, ...written } = { ...DIALECT_DEFAULTS, ...options };
  const rows: string[][] = [];
  let first = NO_ROW;
  let dialect: CsvDialect = { delimiter: 0, mark: POINT };
  feedSample(file, rows, (start) => {
    refuseJson(file, start);
    dialect = csvDialect(start, written);
    return new CsvReader(dialect, (row) => {
      if (rows.length === 0) first = firstRow(row);
      const count = rows.push(Array.from({ length: row.count }, (_, cell) => row.text(cell)));
      if (count > SAMPLE_ROWS || count * row.count > SAMPLE_CELLS) throw ENOUGH;
    });
  });
  const body = header ? rows.slice(1) : rows;
  const named = columnNames(file, first, {
    header,
    names,
    width: widthOf(body),
    endsEmpty: body.every((cells) => cells.at(-1) === ""),
  });
  const mark = markOf(decimal, dialect.delimiter, body.flat());
  const missing = missingWordsOf(options);
  const isMarkOpen = decimal === "auto" && dialect.delimiter !== COMMA;
  const sampled = {
    rows: body,
    columns: named.columns,
    missing,
    mark: mark === COMMA ? "," : ".",
    isMarkOpen,
  } as const;
  const format = {
    kind: "csv",
    dialect: { ...dialect, mark },
    headings: header ? 1 : 0,
    cells: named.columns.length,
    unnamed: named.unnamed,
    missing,
    ...columnWritings(sampled, written),
  } as const;
  return { format, rows: body.map((cells) => valuesOf(cells, format, mark)) };
}

/** Returns the cells of a row, and behind them the parts of its dates. */
function valuesOf(
  cells: readonly string[],
  { columns, writings }: KnownFormat,
  mark: number,
): (string | number)[] {
  return columns.map((_, cell) => {
    const writing = writings[cell];
    const text = cells[writing?.kind === "date" ? columns.indexOf(writing.column) : cell] ?? "";
    const number = writing ? writtenNumber(text, writing) : NaN;
    return Number.isNaN(number) ? cellOf(text, mark) : number;
  });
}

/** @throws {DatasetError} If a file that is to be CSV begins as JSON does. */
function refuseJson({ shown }: TableFile, start: Uint8Array): void {
  if (!/^\s*(?:\[\s*)?\{\s*"[^"]*"\s*:/.test(utf8Text(start, 0, Math.min(start.length, 1024)))) return;
  const rule = { subject: "The file", allowed: "CSV", found: "JSON" };
  const wrong = statement("wrong-format", rule, "Write name: jsonl, which also reads a JSON array");
  throw new DatasetError([faultAt(shown, NOWHERE, wrong)]);
}

function csvDialect(
  start: Uint8Array,
  { delimiter, comment }: Pick<typeof DIALECT_DEFAULTS, "delimiter" | "comment">,
): CsvDialect {
  const found = { mark: POINT, ...csvStart(start, { delimiter, comment }) };
  return comment === "auto" || comment === "" ? found : { ...found, comment: utf8Bytes(comment) };
}

/** Returns how many cells all rows have; undefined where they differ, or there is none. */
function widthOf(rows: readonly (readonly string[])[]): number | undefined {
  const width = rows[0]?.length;
  return rows.every((cells) => cells.length === width) ? width : undefined;
}

/** Feeds as many rows as are wanted, or without a fault: a fault after the first line is reported when the whole file is read. */
function feedSample(file: TableFile, sample: readonly unknown[], open: OpenReader): void {
  try {
    feedFile(file, open);
  } catch (error) {
    if (!(error instanceof DatasetError) || sample.length === 0) throw error;
  }
}

function cellOf(text: string, mark: number): string | number {
  const bytes = utf8Bytes(text);
  const number = parseNumber(bytes, 0, bytes.length, mark);
  return Number.isNaN(number) ? text : number;
}

function sampleJson(file: TableFile, options: TableFormat): TableSample {
  const objects: JsonObject[] = [];
  const names = new Set<string>();
  let kind: "jsonl" | "jsonArray" = "jsonl";
  feedSample(file, objects, (start) => {
    kind = /^\s*\[\s*(?:[{\]]|$)/.test(utf8Text(start, 0, Math.min(start.length, 1024)))
      ? "jsonArray"
      : "jsonl";
    const Reader = kind === "jsonl" ? JsonlReader : JsonArrayReader;
    return new Reader(undefined, (_, object) => {
      for (const name of Object.keys(object)) names.add(name);
      const count = objects.push(object);
      if (names.size > MOST_COLUMNS) throw ENOUGH;
      if (count >= SAMPLE_ROWS || count * names.size > SAMPLE_CELLS) throw ENOUGH;
    });
  });
  const columns = [...names];
  if (columns.length > MOST_COLUMNS) throw tooManyKeys(file);
  if (columns.length === 0)
    columnNames(file, NO_ROW, { header: true, names: [], width: 0, endsEmpty: false });
  const missing = missingWordsOf(options);
  const valueOf = (object: JsonObject, name: string) =>
    Object.hasOwn(object, name) ? (object[name] ?? "") : "";
  const texts = objects.map((object) => columns.map((name) => String(valueOf(object, name)).trim()));
  const sampled = { rows: texts, columns, missing, mark: ".", isMarkOpen: false } as const;
  const written = columnWritings(sampled, { ...DIALECT_DEFAULTS, ...options });
  const format = { kind, headings: 0, unnamed: [], cells: columns.length, missing, ...written };
  const rows = objects.map((object, i) =>
    format.columns.map((name, cell) => {
      const [value, writing] = [valueOf(object, name), format.writings[cell]];
      if (typeof value === "number") return value;
      const text = texts[i]![writing?.kind === "date" ? columns.indexOf(writing.column) : cell] ?? "";
      const number = writing ? writtenNumber(text, writing) : NaN;
      return Number.isNaN(number) ? text : number;
    }),
  );
  return { format, rows };
}

function tooManyKeys({ shown }: TableFile): DatasetError {
  const rule = { verb: "must have", allowed: `at most ${MOST_COLUMNS} different keys`, found: "more" };
  const wrong = statement("data-too-large", { subject: "The entries of a table", ...rule });
  return new DatasetError([faultAt(shown, NOWHERE, wrong)]);
}

/** Returns whether most names of the columns are numbers, as those of an example are. */
export function mostAreNumbers({ columns, headings }: KnownFormat): boolean {
  return headings > 0 && columns.filter(isNumber).length > columns.length / 2;
}
