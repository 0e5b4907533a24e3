import { nodeSystem } from "../../files/node-system.ts";
import { unreadableText } from "../console/error-text.ts";
import { parse } from "node:path";
import { GridientError } from "../../errors.ts";
import { DatasetError } from "../../data/dataset-error.ts";
import { describeTable } from "../../data/table/describe/describe-table.ts";
import { dialectOf, type Dialect } from "../../data/table/reading/dialect.ts";
import { kindOfFile } from "../../data/table/reading/kind-of-file.ts";
import { jsonText } from "../../text/json-text.ts";
import type { Problem } from "../../spec/problem.ts";
import { problemsError, type Reporter } from "../console/report-problems.ts";
import type { Io } from "../console/io.ts";
import { readersCommand } from "../../text/readers-command.ts";
import { isFolderOrIdx } from "../authoring/first-folder.ts";
import { screenFor } from "../console/screen-for.ts";
import { descriptionText } from "./description-text.ts";

/** Options of the command line. */
export interface DescribeOptions extends Dialect {
  readonly target?: string;
  readonly json?: boolean;
  readonly reporter: Reporter;
}

/** Describes a data file, or prints what is wrong with it. Returns the exit code. */
export function dataDescribe(file: string, options: DescribeOptions, io: Io): number {
  const description = describe(file, options, io);
  const text = options.json
    ? `${jsonText(description)}\n`
    : descriptionText(description, screenFor(io.stdout, io.env));
  io.stdout.write(text);
  return 0;
}

function describe(file: string, options: DescribeOptions, io: Io): ReturnType<typeof describeTable> {
  try {
    const format = { kind: kindOfFile(file), ...dialectOf(options) };
    return describeTable({ path: file, shown: file, system: nodeSystem }, format, options.target);
  } catch (error) {
    if (!(error instanceof DatasetError)) throw unreadable(file, error);
    const problems = error.faults.flatMap((fault): Problem[] =>
      "option" in fault ? [] : [{ severity: "error", ...fault }],
    );
    if (problems.length === 0) throw usageError(error);
    throw problemsError(problems, options.reporter, io);
  }
}

function unreadable(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof GridientError) return error;
  const message = unreadableText(file, error);
  if (!isFolderOrIdx(file)) return new GridientError("E_DATA", message, { cause: error });
  const words = [`experiments/${parse(file).name}.yaml`, "--dataset", file];
  const hint = `data describe reads tables. To learn from a folder of images: ${readersCommand("init", words)}`;
  return new GridientError("E_DATA", message, { cause: error, hint });
}

function usageError({ faults }: DatasetError): GridientError {
  const { message, hint } = faults[0]!;
  return new GridientError("E_USAGE", message, hint === undefined ? {} : { hint });
}
