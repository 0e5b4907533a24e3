import { clipText } from "../../../text/clip-text.ts";
import { visibleText } from "../../../text/visible-text.ts";
import { statement, type Statement } from "../../../statement.ts";
import { DatasetError, withFaults, type DataFault } from "../../dataset-error.ts";
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

/** Longer lists would hide the first ones. */
const MOST_FAULTS = 20;

/** A column under way, and which cell of a row it takes. */
type OpenColumn = TableColumn & { readonly cell: number };

/** How a table is read. */
interface Reading {
  readonly missing: MissingWords;
  /** Categories beyond the limit, and texts among numbers, are no fault, but counted as missing. */
  readonly isTolerant: boolean;
  /** Values that do not fit and whose place is known: finding it takes as long as the row is. */
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
  { isTolerant = false, most = mostValues(file.system) }: { isTolerant?: boolean; most?: number } = {},
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

/** Returns the place of a cell, for as many as are reported. */
function placeIn(row: TableRow, cell: number, reading: Reading): CellPlace | undefined {
  return reading.placed++ < MOST_FAULTS ? row.place(cell) : undefined;
}

/** Returns what is wrong with columns, twenty of them: the first value that does not fit, and how many there are. */
function columnFaults({ shown: file }: TableFile, columns: readonly OpenColumn[]): DataFault[] {
  return columns.flatMap((column): DataFault[] => {
    const { first, count } = column.misfits;
    if (!first?.place) return [];
    const more = count > 1 ? `, the first of ${count}` : "";
    return [faultAt(file, first.place, misfitStatement(column, more))];
  });
}

function misfitStatement({ kind, name, misfits }: OpenColumn, more: string): Statement {
  const subject = `Column ${quoted(name)}`;
  if (kind === "category") {
    const rule = {
      verb: "must have",
      allowed: `at most ${MOST_WORDS} categories`,
      found: "more from here on",
    };
    return statement("unfit-column", { subject, ...rule }, "Name the column below ignore");
  }
  const { text, isNumber } = misfits.first!;
  const broken = { subject, verb: "must have", found: shown(text) + more };
  if (isNumber) return statement("wrong-cell", { ...broken, allowed: "numbers below 1.8e308" });
  const word = misfits.onlyWord;
  const correction = "orrect it, or name the column below categories or ignore";
  const hint =
    word === undefined
      ? `C${correction}`
      : `If it means a missing value, write missingWords: [${JSON.stringify(word)}]; else c${correction}`;
  return statement("wrong-cell", { ...broken, allowed: "numbers, like most of its values" }, hint);
}

function raggedRow({ shown: file }: TableFile, row: TableRow, cells: number): DataFault {
  const allowed = `${cells} cells, one for each column`;
  const rule = { subject: "A row", verb: "must have", allowed, found: row.count };
  const hint = /^\s*[#%!/;]/.test(row.text(0))
    ? `If the line is a comment, write comment: ${JSON.stringify(row.text(0).slice(0, 1))}`
    : undefined;
  const place = row.place(Math.min(row.count, cells) - 1);
  return faultAt(file, place, statement("table-syntax", rule, hint));
}

function tooLong({ shown: name }: TableFile, row: TableRow, most: number): DataFault {
  const rule = { verb: "must have", allowed: `at most ${most} values`, found: "more from here on" };
  const wrong = statement("data-too-large", { subject: "The table", ...rule }, memoryHint(most));
  return faultAt(name, row.place(0), wrong);
}

/** Returns a column's name for messages. */
export function quoted(name: string): string {
  return JSON.stringify(visibleText(name));
}

function shown(text: string): string {
  return quoted(clipText(text, 40, "..."));
}
