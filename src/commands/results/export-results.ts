import { lstatSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { GridientError } from "../../errors.ts";
import { writeFolder } from "../../files/write-folder.ts";
import { writeWhole } from "../../files/write-whole.ts";
import { EXPORT_FORMATS, type ExportFormat, type Rows } from "../../interchange/formats.ts";
import { mlflowFiles, mlflowId } from "../../interchange/mlflow-files.ts";
import { parquetBytes } from "../../interchange/parquet.ts";
import { tensorBoardFiles } from "../../interchange/tensorboard/tensorboard-files.ts";
import { trialTable } from "../../interchange/trial-table.ts";
import { typedCsv } from "../../interchange/typed-csv.ts";
import { readLastValues, readResults } from "../../pipeline/read-results.ts";
import type { StatedBoard } from "../../results/reading/read-board.ts";
import { hasFinished, lastEpoch } from "../../training/record.ts";
import { counted } from "../../text/counted.ts";
import { visibleText } from "../../text/visible-text.ts";
import type { Io } from "../console/io.ts";
import { projectResults } from "../console/project-settings.ts";
import { refuseOverwriting } from "../reading/refuse-overwriting.ts";
import { requireResults } from "./results-place.ts";

/** Options of the command line. */
export interface ExportOptions {
  readonly to?: ExportFormat;
  readonly rows?: Rows;
  readonly out?: string;
}

/**
 * Writes results in the format of another tool. Returns the exit code.
 * @throws {GridientError} E_USAGE if there are no such results, no format, or no room for a new folder.
 */
export async function exportResults(word: string, options: ExportOptions, io: Io): Promise<number> {
  const format = formatOf(options);
  const folder = requireResults(word, projectResults());
  const hasCurves = format === "tensorboard" || format === "mlflow" || options.rows === "epochs";
  const board = await (hasCurves ? readResults : readLastValues)({ folder });
  if (hasCurves) requireCurves(board, folder);
  const path = await write(board, { ...options, format, folder });
  io.stderr.write(missingNote(board));
  io.stdout.write(`${format}: ${path}\n`);
  return 0;
}

/** What is written, and where. */
interface Target extends ExportOptions {
  readonly format: ExportFormat;
  /** Of the results. */
  readonly folder: string;
}

/** Returns the path of what it writes. */
async function write(board: StatedBoard, target: Target): Promise<string> {
  const { format, folder, rows = "trials" } = target;
  const name = visibleText(board.experiment.name).replaceAll(/[^\w.-]|^\./g, "-");
  switch (format) {
    case "tensorboard":
      return newFolder(target.out ?? join("runs", name), tensorBoardFiles(board));
    case "mlflow": {
      const { out = "mlruns" } = target;
      return newFolder(join(out, mlflowId(board)), mlflowFiles(board, basename(resolve(out))), out);
    }
    case "csv":
    case "parquet": {
      const file = target.out ?? `${name}-${rows}.${format}`;
      const read = ["summary.json", "trials.csv", "epochs.csv", "confirm.csv"];
      refuseOverwriting(
        file,
        read.map((own) => join(folder, own)),
      );
      const table = trialTable(board, rows);
      await writeWhole(file, format === "csv" ? typedCsv(table) : parquetBytes(table));
      return file;
    }
    default:
      return format satisfies never;
  }
}

async function newFolder(
  folder: string,
  files: Parameters<typeof writeFolder>[1],
  beside?: string,
): Promise<string> {
  if (lstatSync(folder, { throwIfNoEntry: false })) {
    const message = `The folder of the export must not exist yet (got ${visibleText(JSON.stringify(folder))})`;
    throw new GridientError("E_USAGE", message, { hint: "Delete it, or choose another: --out FOLDER" });
  }
  await writeFolder(folder, files, beside);
  return folder;
}

/** Returns the format that is asked for, or that of the file. */
function formatOf({ to, rows, out = "" }: ExportOptions): ExportFormat {
  const format = to ?? EXPORT_FORMATS.find((known) => out.endsWith(`.${known}`));
  if (format === undefined)
    throw new GridientError("E_USAGE", "No format is named", {
      hint: `Add --to ${EXPORT_FORMATS.join(", or --to ")}`,
    });
  if (rows === undefined || format === "csv" || format === "parquet") return format;
  const message = `--rows must be used with --to csv or --to parquet (got --to ${format})`;
  throw new GridientError("E_USAGE", message, { hint: `Leave out --rows: ${format} gets every epoch` });
}

/** Without epochs.csv only the last value of each trial is known. */
function requireCurves(board: StatedBoard, folder: string): void {
  const records = board.configurations.flatMap(({ trials }) => trials.map(({ record }) => record));
  if (!records.some((record) => hasFinished(record) && lastEpoch(record.metrics) < 1)) return;
  throw new GridientError("E_USAGE", `File not found: ${join(folder, "epochs.csv")}`, {
    hint: "Run the sweep again: it writes the file. Or export the trials alone: --to csv or --to parquet",
  });
}

function missingNote({ configurations }: StatedBoard): string {
  const trials = configurations.flatMap((configuration) => configuration.trials);
  const missing = trials.filter(({ record }) => !record).length;
  if (missing === 0) return "";
  return `warning: The results are incomplete: ${missing} of ${counted(trials.length, "trial")} without a record, exported without metrics\n`;
}
