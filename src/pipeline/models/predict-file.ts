import { DatasetError, withFaults, type DataFault } from "../../data/dataset-error.ts";
import { ENOUGH, faultAt, feedPieces, type TableFile } from "../../data/table/reading/table-file.ts";
import { readerOf } from "../../data/table/reading/table-format.ts";
import type { TableRow } from "../../data/table/reading/table-row.ts";
import type { FileDialect } from "../../data/table/reading/dialect.ts";
import { answerCells, answerHeadings, type AnswerCell } from "../../model/answer-cells.ts";
import { RowError } from "../../model/inputs/row-error.ts";
import type { Model } from "../../model/model.ts";
import { statement } from "../../statement.ts";
import { readAsTrained } from "./read-as-trained.ts";
import { rowReader, type RowReader } from "./row-reader.ts";
import { UnknownValues } from "./unknown-values.ts";

/** More would bury the first. */
const MOST_FAULTS = 20;

/** How a file is answered. */
export interface FileOptions {
  /** How the file differs from the one used in training. */
  readonly dialect?: FileDialect;
  /** Unknown categories are faults. */
  readonly strict?: boolean;
  /** Called at the end: with a warning for each column that has unknown categories. */
  readonly onWarnings?: (warnings: readonly DataFault[]) => void;
}

/**
 * Yields what a model answers for every row of a file of CSV or JSON lines, some rows at a time: first the headings. Faults
 * are thrown at the end, when what is yielded is of no use, or when there are too many.
 *
 * @throws {DatasetError} If the file is no table, or has values that the model cannot use: the first twenty.
 */
export function* predictFile(
  trained: Model,
  file: TableFile,
  { dialect = {}, strict = false, onWarnings }: FileOptions = {},
): Generator<readonly AnswerCell[][]> {
  const { format, model } = readAsTrained(trained, file, dialect);
  const reader = rowReader(model.inputs, { names: format.columns, file });
  const faults: DataFault[] = [];
  const unknown = new UnknownValues();
  let answers = [answerHeadings(model)];
  let rows = -format.headings;
  const onRow = (row: TableRow): void => {
    if (rows++ < 0) return;
    try {
      checkCount(row, format.columns.length);
      const answer = model.predict(reader.read(row), { unknown: strict ? "error" : "report" });
      for (const value of answer.unknown) unknown.add(value, () => row.place(reader.cellOf(value.column)));
      answers.push(answerCells(answer));
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      faults.push(...faultsOf(error, { row, reader, file }));
      if (faults.length >= MOST_FAULTS) throw ENOUGH;
    }
  };
  try {
    for (const _ of feedPieces(file, () => readerOf(format, onRow))) {
      yield answers;
      answers = [];
    }
  } catch (error) {
    throw withFaults(error, faults);
  }
  if (faults.length > 0) throw new DatasetError(faults);
  onWarnings?.(unknown.warnings(file.shown, model.inputs));
  yield answers;
}

/** @throws {RowError} */
function checkCount({ count }: TableRow, columns: number): void {
  if (count === columns) return;
  const message = `The row must have ${columns} cells, one for each column (got ${count})`;
  throw new RowError([{ message }]);
}

function faultsOf(
  { problems }: RowError,
  { row, reader, file }: { row: TableRow; reader: RowReader; file: TableFile },
): DataFault[] {
  return problems.map((problem) => {
    const cell = problem.column === undefined ? 0 : reader.cellOf(problem.column);
    return faultAt(file.shown, row.place(cell), statement("wrong-cell", problem.message));
  });
}
