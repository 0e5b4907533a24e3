import { DatasetError, type DataFault } from "../../dataset-error.ts";
import { parseNumber } from "./parse-number.ts";
import { faultAt, type TableFile } from "./table-file.ts";
import { POINT } from "./table-format.ts";
import type { CellPlace } from "./table-row.ts";

const NOWHERE: CellPlace = { line: 1, column: 1, length: 1, sourceLine: "" };

/** The first row of a file. */
export interface FirstRow {
  readonly cells: readonly string[];
  readonly places: readonly CellPlace[];
}

/** What the columns of a file are called. */
export interface ColumnNames {
  readonly columns: readonly string[];
  /** Those among them to which the file gives no name. */
  readonly unnamed: readonly string[];
}

/**
 * Returns what the columns of a file are called, by its first row, by the option `names`, or else by their numbers.
 *
 * @param width Cells of the rows; R leaves the first one, the names of its rows, without a name.
 * @throws {DatasetError} With everything that is wrong with the names.
 */
export function columnNames(
  { shown }: TableFile,
  { cells, places }: FirstRow,
  { header, names, width }: { header: boolean; names: readonly string[]; width: number | undefined },
): ColumnNames {
  const count = header ? cells.length : (width ?? cells.length);
  if (cells.length === 0) throw refused(shown, NOWHERE, "its first line must name the columns: no line");
  if (names.length > 0) return { columns: checkedNames(names, count), unnamed: [] };
  if (!header) return { columns: numbered(count), unnamed: [] };
  if (cells.every(isNumber))
    throw refused(
      shown,
      places[0]!,
      "its first line must name the columns: numbers",
      "Put a line with the names of the columns first, or write header: false if it is an example",
    );
  const isByR = width === cells.length + 1;
  const written = isByR ? ["", ...cells] : cells;
  const columns = written.map((name, i) => (name === "" ? freeName(i, cells) : name));
  requireDifferent(shown, cells, places);
  return { columns, unnamed: columns.filter((_, i) => written[i] === "") };
}

/** Returns names for columns that have none. */
function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `column ${i + 1}`);
}

function freeName(place: number, taken: readonly string[]): string {
  let name = `column ${place + 1}`;
  while (taken.includes(name)) name += "'";
  return name;
}

function checkedNames(names: readonly string[], count: number): readonly string[] {
  const refuse = (found: string): DatasetError =>
    new DatasetError([
      { option: "names", message: `names must name each column once, ${count} in all (got ${found})` },
    ]);
  const trimmed = names.map((name) => name.trim());
  if (names.length !== count) throw refuse(String(names.length));
  const second = trimmed.find((name, i) => name === "" || trimmed.indexOf(name) < i);
  if (second !== undefined) throw refuse(second === "" ? "an empty one" : `${JSON.stringify(second)} twice`);
  return trimmed;
}

function requireDifferent(shown: string, names: readonly string[], places: readonly CellPlace[]): void {
  const faults = names.flatMap((name, i): DataFault[] => {
    if (name === "" || names.indexOf(name) === i) return [];
    const message = `Cannot read the table as every column must have a name of its own: a second "${name}"`;
    return [faultAt(shown, places[i]!, { message, hint: "Rename it, or name all columns by names" })];
  });
  if (faults.length > 0) throw new DatasetError(faults);
}

function refused(shown: string, place: CellPlace, rule: string, hint?: string): DatasetError {
  return new DatasetError([
    faultAt(shown, place, {
      message: `Cannot read the table as ${rule}`,
      ...(hint !== undefined && { hint }),
    }),
  ]);
}

/** Returns whether a text spells a number. */
export function isNumber(text: string): boolean {
  const bytes = Buffer.from(text);
  return !Number.isNaN(parseNumber(bytes, 0, bytes.length, POINT));
}
