import { dirname, relative, resolve } from "node:path";
import { stringify } from "yaml";
import { DatasetError } from "../../data/dataset-error.ts";
import type { ColumnDescription } from "../../data/table/describe/describe-column.ts";
import { describeTable, type TableDescription } from "../../data/table/describe/describe-table.ts";
import { kindOfFile } from "../../data/table/reading/kind-of-file.ts";
import type { TableFormat } from "../../data/table/reading/table-format.ts";
import { GridientError } from "../../errors.ts";
import { tableOptions, USELESS, type TargetKind } from "./table-options.ts";

/** A table that a first experiment may learn. */
export interface FirstTable {
  readonly columns: readonly string[];
  /** The column to predict if nobody says which. */
  readonly lastColumn: string;
  /** Returns how many whole numbers a column has if these may be classes; undefined if they are not. */
  readonly possibleClasses: (column: string) => number | undefined;
  /** Returns how the experiment's file names the table, and what fits the column to predict. */
  readonly learn: (target: string, kind: TargetKind | undefined) => TableLines;
}

/** Lines of YAML, words, and what the reader should know about them. */
export interface TableLines {
  readonly dataset: string;
  readonly output: "softmax" | "identity";
  readonly loss: "crossEntropy" | "mse";
  readonly notes: readonly string[];
  /** Examples of the training part, about; absent where that is not known. */
  readonly training?: number;
}

/** What is to be predicted. */
interface Wanted {
  readonly target: string;
  readonly kind: TargetKind | undefined;
  /** Whether the first row names the columns. */
  readonly header: boolean;
}

/** With which cells are read. */
const READING_OPTIONS = ["thousands", "units", "decimalComma", "dates", "missingWords"] as const;
/** Of all rows, where nobody says otherwise. */
const TRAINING_SHARE = 0.6;
/** More different whole numbers are rather an amount. */
const MOST_CLASSES = 20;

/**
 * Returns the table of a file, for an experiment in another one.
 * @throws {DatasetError} If it is no table. @throws {GridientError} E_USAGE if it cannot be read.
 */
export function firstTable(file: string, experiment: string): FirstTable {
  const header = hasHeader(file);
  const table = describe(file, { header });
  const path = relative(dirname(resolve(experiment)), resolve(file)).replaceAll("\\", "/");
  const isUnnamed = (name: string) =>
    table.suspicions.some(({ column, kind }) => column === name && kind === "unnamed");
  const names = table.columns.map(({ name }) => name).filter((name) => !isUnnamed(name));
  if (header && names.length === 1 && table.columns.length > 2)
    throw new GridientError(
      "E_USAGE",
      `The first line of ${file} names one of ${table.columns.length} columns (got ${JSON.stringify(names[0])})`,
      { hint: "Remove the lines above the names of the columns" },
    );
  return {
    columns: names,
    lastColumn: names.at(-1)!,
    possibleClasses: (name) => possibleClasses(table.columns.find((column) => column.name === name)!),
    learn: (target, kind) => learn(readAgain(file, { header, target, kind }), { path, target, header, kind }),
  };
}

/** Whether the first row names the columns: not if most of its cells are numbers that do not count up, as years do. */
function hasHeader(file: string): boolean {
  if (kindOfFile(file) !== "csv") return true;
  try {
    const { columns, suspicions } = describe(file, { header: true });
    if (!suspicions.some(({ kind }) => kind === "numbersAsNames")) return true;
    const numbers = columns.map(({ name }) => Number(name)).filter((number) => !Number.isNaN(number));
    return numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1);
  } catch (error) {
    if (error instanceof DatasetError && error.message.includes("must name the columns: numbers"))
      return false;
    if (error instanceof DatasetError && error.message.includes("a second ")) return !isExample(file);
    throw error;
  }
}

/** Whether the first row is an example though it repeats itself: half of its cells are numbers at least. */
function isExample(file: string): boolean {
  const { columns, suspicions } = describe(file, { header: false });
  const mixed = new Set(suspicions.flatMap(({ kind, column }) => (kind === "mixed" ? [column] : [])));
  return (
    columns.filter(({ name, kind, different }) => kind === "number" && different > 2 && !mixed.has(name))
      .length >
    columns.length / 2
  );
}

/**
 * Returns a table's description with what is odd about columns once they are read as they are meant: dates become
 * parts, one of which may be the same everywhere.
 */
function readAgain(file: string, { header, target, kind }: Wanted): TableDescription {
  const table = describe(file, { header, target });
  const { options } = tableOptions(table, target, kind);
  const reading = Object.fromEntries(
    READING_OPTIONS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
  if (Object.keys(reading).length === 0) return table;
  const again = describe(file, { header, target, reading });
  const useless = again.suspicions.filter(({ kind }) => USELESS.has(kind));
  const isNew = ({ name }: ColumnDescription) => !table.columns.some((column) => column.name === name);
  return {
    ...table,
    columns: [...table.columns, ...again.columns.filter(isNew)],
    suspicions: [...table.suspicions, ...useless],
  };
}

function describe(
  file: string,
  { header, target, reading }: { header: boolean; target?: string; reading?: Partial<TableFormat> },
): TableDescription {
  try {
    return describeTable({ path: file, shown: file }, { kind: kindOfFile(file), header, ...reading }, target);
  } catch (error) {
    if (error instanceof GridientError) throw error;
    const message = `Cannot read "${file}" as it must be a regular file that is there: ${(error as Error).message}`;
    throw new GridientError("E_USAGE", message, { cause: error });
  }
}

function possibleClasses(column: ColumnDescription): number | undefined {
  if (column.kind !== "number" || !column.isWhole) return undefined;
  return column.different >= 2 && column.different <= MOST_CLASSES ? column.different : undefined;
}

function learn(
  table: TableDescription,
  { path, target, header, kind }: Wanted & { readonly path: string },
): TableLines {
  const { options, notes, isNumber } = tableOptions(table, target, kind);
  const dataset = {
    name: kindOfFile(table.file),
    path,
    ...(!header && { header }),
    target,
    ...options,
  };
  const unnamed = header ? [] : ["The first row is an example: the columns are column 1, column 2, ..."];
  return {
    dataset: stringify({ dataset }, { lineWidth: 0 }).trimEnd(),
    output: isNumber ? "identity" : "softmax",
    loss: isNumber ? "mse" : "crossEntropy",
    notes: [...unnamed, ...notes],
    training: TRAINING_SHARE * table.rows,
  };
}
