import { visibleText } from "../../../text/visible-text.ts";
import { DatasetError, withFaults, type DataFault } from "../../dataset-error.ts";
import { CodeList, MOST_WORDS } from "./code-list.ts";
import type { ColumnKind } from "./column-kinds.ts";
import { memoryHint, mostValues } from "./memory-limit.ts";
import { NumberList } from "./number-list.ts";
import { ENOUGH, faultAt, feedFile, type OpenReader, type TableFile } from "./table-file.ts";
import { readerOf, type KnownFormat } from "./table-format.ts";
import type { TableRow } from "./table-row.ts";
import { saysMissing, type Table, type TableColumn } from "./table.ts";

/** More would bury the first. */
const MOST_FAULTS = 20;

/** A column under way, and which cell of a row it takes. */
type OpenColumn = TableColumn & { readonly cell: number };

/**
 * Reads a table's columns into memory, as the kinds say, in one pass over the file.
 *
 * @param options.mayOverflow Categories beyond those that can be told apart are no fault, but counted as missing.
 * @param options.most How many values it may have; no more is read.
 * @throws {DatasetError} With what is wrong with it, the first twenty faults.
 */
export function readTable(
  file: TableFile,
  format: KnownFormat,
  kinds: readonly ColumnKind[],
  { mayOverflow = false, most = mostValues() }: { mayOverflow?: boolean; most?: number } = {},
): Table {
  const columns = openColumns(format.columns, kinds);
  const faults: DataFault[] = [];
  let rows = format.kind === "csv" ? -1 : 0; // the first line of CSV names the columns
  const sha256 = feedSound(file, faults, () =>
    readerOf(format, (row) => {
      if (rows++ < 0) return;
      if (rows * columns.length > most) throw new DatasetError([tooLong(file, row, most)]);
      const found =
        row.count === format.columns.length
          ? addRow(columns, row, mayOverflow)
          : [raggedRow(row, format.columns)];
      for (const { cell, ...statement } of found)
        faults.push(faultAt(file.shown, row.place(cell), statement));
      if (faults.length >= MOST_FAULTS) throw ENOUGH;
    }),
  );
  if (faults.length > 0) throw new DatasetError(faults);
  return { file: file.shown, sha256, rows, columns, names: format.columns };
}

/** Feeds a whole file; a fault that ends it comes behind those that were found before. */
function feedSound(file: TableFile, faults: readonly DataFault[], open: OpenReader): string {
  try {
    return feedFile(file, open) ?? "";
  } catch (error) {
    throw withFaults(error, faults);
  }
}

function openColumns(names: readonly string[], kinds: readonly ColumnKind[]): OpenColumn[] {
  return names.flatMap((name, cell): OpenColumn[] => {
    const kind = kinds[cell]!;
    if (kind === "number") return [{ kind, name, values: new NumberList(), cell }];
    return kind === "category" ? [{ kind, name, values: new CodeList(), cell }] : [];
  });
}

/** What is wrong with a cell. */
interface CellFault {
  readonly cell: number;
  readonly message: string;
  readonly hint?: string;
}

const NO_FAULTS: readonly CellFault[] = [];

function addRow(columns: readonly OpenColumn[], row: TableRow, mayOverflow: boolean): readonly CellFault[] {
  let faults = NO_FAULTS;
  for (const column of columns) {
    const fault = column.kind === "number" ? addNumber(column, row) : addText(column, row, mayOverflow);
    if (fault) faults = [...faults, fault];
  }
  return faults;
}

function addNumber(
  { values, cell, name }: OpenColumn & { kind: "number" },
  row: TableRow,
): CellFault | undefined {
  const number = row.number(cell);
  values.push(number);
  if (number - number === 0) return undefined; // finite
  const text = row.text(cell);
  if (saysMissing(text)) return undefined;
  if (!Number.isNaN(number)) {
    const message = `Cannot read column ${quoted(name)} as its numbers must be below 1.8e308: ${shown(text)}`;
    return { cell, message };
  }
  const message = `Cannot read column ${quoted(name)} as its values must be numbers, as most are: ${shown(text)}`;
  return { cell, message, hint: "Correct it, or name the column below categories or ignore" };
}

function addText(
  { values, cell, name }: OpenColumn & { kind: "category" },
  row: TableRow,
  mayOverflow: boolean,
): CellFault | undefined {
  const text = row.text(cell);
  if (values.push(saysMissing(text) ? undefined : text) || mayOverflow) return undefined;
  const message = `Cannot read column ${quoted(name)} as it may have at most ${MOST_WORDS} categories: more from here on`;
  return { cell, message, hint: "Name the column below ignore" };
}

function raggedRow({ count }: TableRow, names: readonly string[]): CellFault {
  const message = `Cannot read the row as it must have ${names.length} cells, one for each column: ${count}`;
  return { cell: Math.min(count, names.length) - 1, message };
}

function tooLong({ shown: name }: TableFile, row: TableRow, most: number): DataFault {
  const message = `Cannot read the table as it may have at most ${most} values: more from here on`;
  return faultAt(name, row.place(0), { message, hint: memoryHint(most) });
}

/** Returns a column's name for messages. */
export function quoted(name: string): string {
  return JSON.stringify(visibleText(name));
}

function shown(text: string): string {
  return quoted(text.length > 40 ? `${text.slice(0, 37)}...` : text);
}
