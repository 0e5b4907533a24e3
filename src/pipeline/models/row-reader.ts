import type { ColumnEncoding } from "../../data/table/encoding.ts";
import { DatasetError, type DataFault } from "../../data/dataset-error.ts";
import { faultAt, type TableFile } from "../../data/table/reading/table-file.ts";
import type { TableRow } from "../../data/table/reading/table-row.ts";
import type { Row } from "../../model/inputs/encode-row.ts";
import { sourceColumn } from "../../model/inputs/encode-columns.ts";
import type { InputEncoding } from "../../model/model.ts";
import { inputCount } from "../../model/sizes.ts";
import { listText } from "../../results/list-text.ts";
import { statement } from "../../statement.ts";
import { nearestWord } from "../../text/nearest-word.ts";

/** How the rows of a file become rows that a model takes. */
export interface RowReader {
  /** Returns the values of a row: numbers where its cells spell them, else text. */
  read(row: TableRow): Row;
  /** Returns the cell of a column, by the name or number that a `RowProblem` has. */
  cellOf(column: string | number): number;
}

/** The columns of a file, and what messages call it. */
export interface FileColumns {
  readonly names: readonly string[];
  readonly file: TableFile;
}

/**
 * Returns how the rows of a file become rows that a model takes: columns by their names, lists of numbers in order.
 * @throws {DatasetError} If columns are missing, or of a list of numbers there are more or fewer.
 */
export function rowReader(inputs: InputEncoding, file: FileColumns): RowReader {
  return inputs.kind === "columns"
    ? columnsReader(inputs.columns, file)
    : listReader(inputCount(inputs), file);
}

function columnsReader(columns: readonly ColumnEncoding[], { names, file }: FileColumns): RowReader {
  const sources = [...new Map(columns.map((encoding) => [sourceColumn(encoding), isPlain(encoding)]))];
  const missing = sources.filter(([column]) => !names.includes(column));
  if (missing.length > 0) throw new DatasetError(missing.map(([column]) => absent(column, { names, file })));
  const cells = new Map(sources.map(([column]) => [column, names.indexOf(column)]));
  return {
    read: (row) =>
      Object.fromEntries(
        sources.map(([column, isPlainNumber]) => {
          const cell = cells.get(column)!;
          return [column, isPlainNumber ? numberOrText(row, cell) : row.text(cell)];
        }),
      ),
    cellOf: (column) => cells.get(String(column))!,
  };
}

/** Whether the cells of a column are plain numbers: the model itself reads dates, and numbers in another writing. */
function isPlain(encoding: ColumnEncoding): boolean {
  return encoding.kind === "number" && !encoding.writing;
}

function listReader(count: number, { names, file }: FileColumns): RowReader {
  if (names.length !== count) {
    const allowed = `${count} columns, one for each number`;
    const rule = { subject: "The file", verb: "must have", allowed, found: names.length };
    throw new DatasetError([faultAt(file.shown, HEADER, statement("unknown-column", rule))]);
  }
  return {
    // A cell that is not a number is passed on as text.
    read: (row) => Array.from({ length: count }, (_, cell) => numberOrText(row, cell)) as number[],
    cellOf: Number,
  };
}

const HEADER = { line: 1, column: 1, length: 1, sourceLine: "" };

function absent(column: string, { names, file }: FileColumns): DataFault {
  const message = `The file has no column ${JSON.stringify(column)}`;
  const nearest = nearestWord(column, names);
  const hint =
    nearest === undefined ? `Columns: ${listText(names, 30)}` : `Rename ${JSON.stringify(nearest)}`;
  return faultAt(file.shown, HEADER, statement("unknown-column", message, hint));
}

function numberOrText(row: TableRow, cell: number): number | string {
  const number = row.number(cell);
  return Number.isNaN(number) ? row.text(cell) : number;
}
