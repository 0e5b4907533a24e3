import { DatasetError, type DataFault } from "../../dataset-error.ts";
import { utf8Bytes } from "../../../text/utf8.ts";
import { parseNumber } from "./parse-number.ts";
import { faultAt, NOWHERE, type TableFile } from "./table-file.ts";
import { POINT } from "./table-format.ts";
import type { CellPlace, TableRow } from "./table-row.ts";
import { statement } from "../../../statement.ts";

/** Longer lists would hide the first ones. */
const MOST_FAULTS = 20;

/** The first row of a file. */
export interface FirstRow {
  readonly cells: readonly string[];
  readonly start: CellPlace;
  /** Cells that repeat an earlier one, the first twenty: finding a place takes as long as the row is. */
  readonly repeated: readonly { readonly name: string; readonly place: CellPlace }[];
}

/** Where there is no row at all. */
export const NO_ROW: FirstRow = { cells: [], start: NOWHERE, repeated: [] };

/** Returns a row as the first of its file. */
export function firstRow(row: TableRow): FirstRow {
  const cells = Array.from({ length: row.count }, (_, cell) => row.text(cell));
  const known = new Set<string>();
  const repeated: { name: string; place: CellPlace }[] = [];
  for (const [cell, name] of cells.entries()) {
    if (known.has(name) && name !== "") repeated.push({ name, place: row.place(cell) });
    if (repeated.length === MOST_FAULTS) break;
    known.add(name);
  }
  return { cells, start: row.place(0), repeated };
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
  { cells, start, repeated }: FirstRow,
  {
    header,
    names,
    width,
    endsEmpty,
  }: {
    header: boolean;
    names: readonly string[];
    width: number | undefined;
    /** Whether the last cell of all rows is empty: each ends with a delimiter. */
    endsEmpty: boolean;
  },
): ColumnNames {
  const count = header ? cells.length : (width ?? cells.length);
  if (cells.length === 0) throw refused(shown, NOWHERE, "no line");
  if (names.length > 0) return { columns: checkedNames(names, count), unnamed: [] };
  if (!header) return { columns: numbered(count), unnamed: [] };
  if (cells.every(isNumber))
    throw refused(
      shown,
      start,
      "numbers",
      "Put a line with the names of the columns first, or write header: false if it is an example",
    );
  const isWider = width === cells.length + 1;
  const written = isWider ? (endsEmpty ? [...cells, ""] : ["", ...cells]) : cells;
  const taken = new Set(cells);
  const columns = written.map((name, i) => (name === "" ? freeName(i, taken) : name));
  requireDifferent(shown, repeated);
  return { columns, unnamed: columns.filter((_, i) => written[i] === "") };
}

/** Returns names for columns that have none. */
function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `column ${i + 1}`);
}

function freeName(place: number, taken: ReadonlySet<string>): string {
  let name = `column ${place + 1}`;
  while (taken.has(name)) name += "'";
  return name;
}

function checkedNames(names: readonly string[], count: number): readonly string[] {
  const refuse = (found: string): DatasetError =>
    new DatasetError([
      {
        option: "names",
        ...statement("bad-column-names", {
          subject: "names",
          verb: "must name",
          allowed: `each column once, ${count} in all`,
          found,
        }),
      },
    ]);
  const trimmed = names.map((name) => name.trim());
  if (names.length !== count) throw refuse(String(names.length));
  const known = new Set<string>();
  const second = trimmed.find((name) => name === "" || known.size === known.add(name).size);
  if (second !== undefined) throw refuse(second === "" ? "an empty one" : `${JSON.stringify(second)} twice`);
  return trimmed;
}

function requireDifferent(shown: string, repeated: FirstRow["repeated"]): void {
  const faults = repeated.map(({ name, place }): DataFault => {
    const rule = { subject: "Every column", verb: "must have", allowed: "a name of its own" };
    const broken = { ...rule, found: `a second "${name}"` };
    const hint = "Rename it, or name all columns below names";
    return faultAt(shown, place, statement("bad-column-names", broken, hint));
  });
  if (faults.length > 0) throw new DatasetError(faults);
}

function refused(shown: string, place: CellPlace, found: string, hint?: string): DatasetError {
  const rule = {
    subject: "The first line",
    verb: "must contain",
    allowed: "the names of the columns",
    found,
  };
  return new DatasetError([faultAt(shown, place, statement("bad-column-names", rule, hint))]);
}

/** Returns whether a text spells a number. */
export function isNumber(text: string): boolean {
  const bytes = utf8Bytes(text);
  return !Number.isNaN(parseNumber(bytes, 0, bytes.length, POINT));
}
