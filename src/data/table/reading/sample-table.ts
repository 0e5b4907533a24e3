import { DatasetError } from "../../dataset-error.ts";
import { checkNames } from "./check-names.ts";
import { CsvReader } from "./csv-reader.ts";
import { JsonlReader, type JsonObject } from "./jsonl-reader.ts";
import { ENOUGH, feedFile, type OpenReader, type TableFile } from "./table-file.ts";
import { delimiterOf, markOf, POINT, type KnownFormat, type TableFormat } from "./table-format.ts";
import { parseNumber } from "./parse-number.ts";
import type { CellPlace } from "./table-row.ts";

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
  return format.kind === "csv" ? sampleCsv(file, format) : sampleJsonl(file);
}

function sampleCsv(file: TableFile, { delimiter, decimal }: TableFormat): TableSample {
  const rows: string[][] = [];
  let places: readonly CellPlace[] = [];
  let byte = 0;
  feedSample(file, rows, (start) => {
    byte = delimiterOf(delimiter, start);
    return new CsvReader({ delimiter: byte, mark: POINT }, (row) => {
      const cells = Array.from({ length: row.count }, (_, cell) => cell);
      if (rows.length === 0) places = cells.map((cell) => row.place(cell));
      const count = rows.push(cells.map((cell) => row.text(cell)));
      if (count > SAMPLE_ROWS || count * row.count > SAMPLE_CELLS) throw ENOUGH;
    });
  });
  const [columns = [], ...body] = rows;
  checkNames(file, columns, places);
  const mark = markOf(decimal, byte, body.flat());
  const format: KnownFormat = { kind: "csv", dialect: { delimiter: byte, mark }, columns };
  return { format, rows: body.map((cells) => cells.map((text) => cellOf(text, mark))) };
}

/** Feeds as much as is wanted, or sound: behind the first line a fault is told with all others, when the whole is read. */
function feedSample(file: TableFile, sample: readonly unknown[], open: OpenReader): void {
  try {
    feedFile(file, open);
  } catch (error) {
    if (!(error instanceof DatasetError) || sample.length === 0) throw error;
  }
}

function cellOf(text: string, mark: number): string | number {
  const bytes = Buffer.from(text);
  const number = parseNumber(bytes, 0, bytes.length, mark);
  return Number.isNaN(number) ? text : number;
}

function sampleJsonl(file: TableFile): TableSample {
  const objects: JsonObject[] = [];
  feedSample(file, objects, () => {
    return new JsonlReader(undefined, (_, object) => {
      if (objects.push(object) >= SAMPLE_ROWS) throw ENOUGH;
    });
  });
  const columns = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  if (columns.length === 0) checkNames(file, [], []);
  const cellsOf = (object: JsonObject) =>
    columns.map((name) => {
      const value = Object.hasOwn(object, name) ? object[name] : null;
      return typeof value === "number" ? value : String(value ?? "");
    });
  return { format: { kind: "jsonl", columns }, rows: objects.map(cellsOf) };
}
