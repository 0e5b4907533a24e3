import { clipText } from "../../../text/clip-text.ts";
import { visibleText } from "../../../text/visible-text.ts";
import { DatasetError, withFaults, type DataFault, type FaultStatement } from "../../dataset-error.ts";
import { CodeList, MOST_WORDS } from "./code-list.ts";
import type { ColumnKind } from "./column-kinds.ts";
import { memoryHint, mostValues } from "./memory-limit.ts";
import { NumberList } from "./number-list.ts";
import { ENOUGH, faultAt, feedFile, type OpenReader, type TableFile } from "./table-file.ts";
import { readerOf, type KnownFormat } from "./table-format.ts";
import type { CellPlace, TableRow } from "./table-row.ts";
import type { MissingWords } from "./missing-words.ts";
import { Misfits } from "./misfits.ts";
import type { Table, TableColumn } from "./table.ts";

/** More would bury the first. */
const MOST_FAULTS = 20;

/** A column under way, and which cell of a row it takes. */
type OpenColumn = TableColumn & { readonly cell: number };

/** How a table is read. */
interface Reading {
  readonly missing: MissingWords;
  /** Categories beyond those that can be told apart, and texts among numbers, are no fault, but counted as missing. */
  readonly isTolerant: boolean;
  /** Columns with a value that does not fit, and where that stands: the place of each costs as much as its row is long. */
  placed: number;
}

/**
 * Reads a table's columns into memory, as the kinds say, in one pass over the file.
 *
 * @param options.isTolerant Values that do not fit their column are no fault: they are missing, and counted.
 * @param options.most How many values it may have; no more is read.
 * @throws {DatasetError} With what is wrong with it: the first fault of each of twenty columns, twenty rows that do not fit.
 */
export function readTable(
  file: TableFile,
  format: KnownFormat,
  kinds: readonly ColumnKind[],
  { isTolerant = false, most = mostValues() }: { isTolerant?: boolean; most?: number } = {},
): Table {
  const columns = openColumns(format.columns, kinds);
  const reading = { missing: format.missing, isTolerant, placed: 0 };
  const ragged: DataFault[] = [];
  let rows = -format.headings;
  const faults = () =>
    [...ragged, ...(isTolerant ? [] : columnFaults(file, columns))].sort((a, b) => a.line - b.line);
  const sha256 = feedSound(file, faults, () =>
    readerOf(format, (row) => {
      if (rows++ < 0) return;
      if (rows * columns.length > most) throw new DatasetError([tooLong(file, row, most)]);
      if (row.count === format.cells) for (const column of columns) addCell(column, row, reading);
      else ragged.push(raggedRow(file, row, format.cells));
      if (ragged.length >= MOST_FAULTS) throw ENOUGH;
    }),
  );
  if (faults().length > 0) throw new DatasetError(faults());
  return { file: file.shown, sha256, rows, columns, names: format.columns };
}

/** Feeds a whole file; a fault that ends it comes behind those that were found before. */
function feedSound(file: TableFile, faults: () => readonly DataFault[], open: OpenReader): string {
  try {
    return feedFile(file, open) ?? "";
  } catch (error) {
    throw withFaults(error, faults());
  }
}

function openColumns(names: readonly string[], kinds: readonly ColumnKind[]): OpenColumn[] {
  return names.flatMap((name, cell): OpenColumn[] => {
    const kind = kinds[cell]!;
    const misfits = new Misfits();
    if (kind === "number") return [{ kind, name, values: new NumberList(), cell, misfits }];
    return kind === "category" ? [{ kind, name, values: new CodeList(), cell, misfits }] : [];
  });
}

function addCell(column: OpenColumn, row: TableRow, reading: Reading): void {
  if (column.kind === "number") addNumber(column, row, reading);
  else addText(column, row, reading);
}

function addNumber(
  { values, cell, misfits }: OpenColumn & { kind: "number" },
  row: TableRow,
  reading: Reading,
): void {
  const { missing, isTolerant } = reading;
  const number = row.number(cell);
  if (number - number === 0) {
    const isWord = missing.numbers.size > 0 && missing.numbers.has(number);
    values.push(isWord ? NaN : number);
    if (row.leadsWithZero(cell)) misfits.zeros++;
    return;
  }
  const text = row.text(cell);
  values.push(isTolerant ? NaN : number);
  if (!missing.says(text)) misfits.add(text, !Number.isNaN(number), () => placeIn(row, cell, reading));
}

function addText(
  { values, cell, misfits }: OpenColumn & { kind: "category" },
  row: TableRow,
  reading: Reading,
): void {
  const text = row.text(cell);
  if (!values.push(reading.missing.says(text) ? undefined : text) && !reading.isTolerant)
    misfits.add(text, false, () => placeIn(row, cell, reading));
}

/** Returns where a cell stands, for as many as are told. */
function placeIn(row: TableRow, cell: number, reading: Reading): CellPlace | undefined {
  return reading.placed++ < MOST_FAULTS ? row.place(cell) : undefined;
}

/** Returns what is wrong with columns, twenty of them: the first value that does not fit, and how many there are. */
function columnFaults({ shown: file }: TableFile, columns: readonly OpenColumn[]): DataFault[] {
  return columns.flatMap((column): DataFault[] => {
    const { first, count } = column.misfits;
    if (!first?.place) return [];
    const more = count > 1 ? `, the first of ${count}` : "";
    return [faultAt(file, first.place, misfitText(column, more))];
  });
}

function misfitText({ kind, name, misfits }: OpenColumn, more: string): FaultStatement {
  if (kind === "category")
    return {
      code: "unfit-column",
      message: `Cannot read column ${quoted(name)} as it may have at most ${MOST_WORDS} categories: more from here on`,
      hint: "Name the column below ignore",
    };
  const { text, isNumber } = misfits.first!;
  if (isNumber)
    return {
      code: "wrong-cell",
      message: `Cannot read column ${quoted(name)} as its numbers must be below 1.8e308: ${shown(text)}${more}`,
    };
  const word = misfits.onlyWord;
  return {
    code: "wrong-cell",
    message: `Cannot read column ${quoted(name)} as its values must be numbers, as most are: ${shown(text)}${more}`,
    hint: `${word === undefined ? "" : `Write missingWords: [${JSON.stringify(word)}] if it stands for a missing value; `}${word === undefined ? "Correct it" : "else correct it"}, or name the column below categories or ignore`,
  };
}

function raggedRow({ shown: file }: TableFile, row: TableRow, cells: number): DataFault {
  const message = `Cannot read the row as it must have ${cells} cells, one for each column: ${row.count}`;
  const hint = /^\s*[#%!/;]/.test(row.text(0))
    ? { hint: `If the line is a comment, write comment: ${JSON.stringify(row.text(0).slice(0, 1))}` }
    : {};
  return faultAt(file, row.place(Math.min(row.count, cells) - 1), { code: "table-syntax", message, ...hint });
}

function tooLong({ shown: name }: TableFile, row: TableRow, most: number): DataFault {
  const message = `Cannot read the table as it may have at most ${most} values: more from here on`;
  return faultAt(name, row.place(0), { code: "data-too-large", message, hint: memoryHint(most) });
}

/** Returns a column's name for messages. */
export function quoted(name: string): string {
  return JSON.stringify(visibleText(name));
}

function shown(text: string): string {
  return quoted(clipText(text, 40, "..."));
}
