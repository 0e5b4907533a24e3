import { dirname, relative, resolve } from "node:path";
import { stringify } from "yaml";
import type { Suspicion } from "../../data/table/describe/find-suspects.ts";
import { describeTable, type TableDescription } from "../../data/table/describe/describe-table.ts";
import { GridientError } from "../../errors.ts";

/** A table that a first experiment may learn. */
export interface FirstTable {
  readonly columns: readonly string[];
  /** Returns how the experiment's file names the table, and what fits the column to predict. */
  readonly learn: (target: string) => TableLines;
}

/** Lines of YAML, and words. */
export interface TableLines {
  readonly dataset: string;
  readonly output: "softmax" | "identity";
  readonly loss: "crossEntropy" | "mse";
}

/** Whether a data set is a file of the user's. */
export function isTableFile(word: string): boolean {
  return /\.(?:csv|tsv|jsonl|ndjson)$/i.test(word);
}

/**
 * Returns the table of a file, for an experiment in another one.
 * @throws {DatasetError} If it is no table. @throws {GridientError} E_USAGE if it cannot be read.
 */
export function firstTable(file: string, experiment: string): FirstTable {
  const table = describe(file);
  const path = relative(dirname(resolve(experiment)), resolve(file)).replaceAll("\\", "/");
  return {
    columns: table.columns.map(({ name }) => name),
    learn: (target) => learn({ ...table, path, target, kind: kindOf(file) }),
  };
}

function kindOf(file: string): "csv" | "jsonl" {
  return /\.(?:jsonl|ndjson)$/i.test(file) ? "jsonl" : "csv";
}

function describe(file: string): TableDescription {
  try {
    const format = { kind: kindOf(file), delimiter: "auto", decimal: "auto" } as const;
    return describeTable({ path: file, shown: file }, format, undefined);
  } catch (error) {
    if (error instanceof GridientError) throw error;
    const message = `Cannot read "${file}" as it must be a regular file that is there: ${(error as Error).message}`;
    throw new GridientError("E_USAGE", message, { cause: error });
  }
}

/** Columns that no network should learn from, whatever there is to predict. */
const USELESS: ReadonlySet<Suspicion["kind"]> = new Set(["id", "constant", "empty"]);

function learn({
  columns,
  suspicions,
  path,
  target,
  kind,
}: TableDescription & { path: string; target: string; kind: "csv" | "jsonl" }): TableLines {
  const useless = suspicions.flatMap((found) => (USELESS.has(found.kind) ? (found.column ?? []) : []));
  const ignore = useless.filter((name) => name !== target);
  const inputs = columns.filter(({ name }) => name !== target && !ignore.includes(name));
  const dataset = {
    name: kind,
    path,
    target,
    ...(ignore.length > 0 && { ignore }),
    ...(inputs.some(({ missing }) => missing > 0) && { missing: "median" }),
  };
  const isNumber = columns.find(({ name }) => name === target)!.kind === "number";
  return {
    dataset: stringify({ dataset }, { lineWidth: 0 }).trimEnd(),
    output: isNumber ? "identity" : "softmax",
    loss: isNumber ? "mse" : "crossEntropy",
  };
}
