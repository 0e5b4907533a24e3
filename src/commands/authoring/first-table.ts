import { nodeSystem } from "../../files/node-system.ts";
import { unreadableText } from "../console/error-text.ts";
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
  /** The column to predict by default. */
  readonly lastColumn: string;
  /** Returns how many whole numbers a column has if these may be classes; undefined if they are not. */
  readonly possibleClasses: (column: string) => number | undefined;
  /** Returns the lines of the spec for the table, with a loss and an output that fit the column to predict. */
  readonly learn: (target: string, kind: TargetKind | undefined) => TableLines;
}

/** Lines of YAML, and notes about them for the reader. */
export interface TableLines {
  readonly dataset: string;
  readonly output: "softmax" | "identity";
  readonly loss: "crossEntropy" | "mse";
  readonly notes: readonly string[];
  /** Approximate number of training examples; absent where it is unknown. */
  readonly training?: number;
}

/** What is to be predicted. */
interface Wanted {
  readonly target: string;
  readonly kind: TargetKind | undefined;
  /** Whether the first row names the columns. */
  readonly header: boolean;
}

/** Options for reading cells. */
const READING_OPTIONS = ["thousands", "units", "decimalComma", "dates", "missingWords"] as const;
/** The default shares of all rows. */
const TRAINING_SHARE = 0.6;
/** More different whole numbers are probably an amount. */
const MOST_CLASSES = 20;

/**
 * Returns the table of a file, for an experiment in another one.
 * @throws {DatasetError} If it is not a table. @throws {GridientError} E_USAGE if it cannot be read.
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

/** Returns whether the first row names the columns: not if most of its cells are numbers, unless they count up like years. */
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

/** Returns whether a first row with repeated cells is an example: at least half of its cells are numbers. */
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
 * Returns a table's description with the suspicions about columns after they are read with options: a date becomes parts,
 * and a part may have the same value everywhere.
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
    return describeTable(
      { path: file, shown: file, system: nodeSystem },
      { kind: kindOfFile(file), header, ...reading },
      target,
    );
  } catch (error) {
    if (error instanceof GridientError) throw error;
    throw new GridientError("E_USAGE", unreadableText(file, error), { cause: error });
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
