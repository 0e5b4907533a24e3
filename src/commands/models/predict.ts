import { nodeSystem } from "../../files/node-system.ts";
import { statSync } from "node:fs";
import { CsvReader } from "../../data/table/reading/csv-reader.ts";
import { COMMA, POINT } from "../../data/table/reading/table-format.ts";
import type { Decimal, Delimiter, FileDialect } from "../../data/table/reading/dialect.ts";
import { DatasetError, type DataFault } from "../../data/dataset-error.ts";
import { GridientError } from "../../errors.ts";
import { writeWhole } from "../../files/write-whole.ts";
import type { AnswerCell } from "../../model/answer-cells.ts";
import type { Model } from "../../model/model.ts";
import { predictFile, type FileOptions } from "../../pipeline/models/predict-file.ts";
import { hasImages, predictImages } from "../../pipeline/models/predict-images.ts";
import { listText } from "../../results/list-text.ts";
import { exactCsv } from "../../results/tables/csv.ts";
import { counted } from "../../text/counted.ts";
import { visibleText } from "../../text/visible-text.ts";
import { CANCELLED, type Io } from "../console/io.ts";
import { problemsError, printProblems } from "../console/report-problems.ts";
import type { SpecError } from "../../spec/spec-error.ts";
import { readSpecs } from "../reading/read-specs.ts";
import { trialModel, type ModelOptions } from "./export-model.ts";
import { refuseOverwriting } from "../reading/refuse-overwriting.ts";
import { readModelFile } from "./read-model-file.ts";

/** Options of the command line. */
export interface PredictOptions extends ModelOptions {
  readonly out?: string;
  readonly strict?: boolean;
  readonly delimiter?: Delimiter;
  readonly decimal?: Decimal;
  readonly header?: boolean;
  readonly names?: string;
}

/**
 * Predicts every row of a data file, or every image, with a model; prints or writes CSV. Returns the exit code.
 *
 * @param model A model's file, or an experiment's.
 * @param words For an experiment the trial, or nothing for the best one; then the data file, an image or a folder of images.
 * @throws {GridientError} E_USAGE, E_UNEXPECTED, E_DATA, E_MEMORY, E_STORE.
 */
export async function predict(
  model: string,
  words: readonly string[],
  options: PredictOptions,
  io: Io,
): Promise<number> {
  const isExperiment = /\.ya?ml$/.test(model);
  const data = dataFile(words, isExperiment ? 2 : 1);
  if (options.out !== undefined) refuseOverwriting(options.out, [data, model]);
  const trial = words.length === 2 ? words[0]! : "best";
  const trained = await (isExperiment ? modelOfTrial(model, trial, options, io) : readModelFile(model));
  if (!trained) return CANCELLED;
  return hasImages(data) ? answerImages(trained, data, options, io) : answerRows(trained, data, options, io);
}

/** Writes an answer for each row of a file. Returns the exit code. */
async function answerRows(model: Model, data: string, options: PredictOptions, io: Io): Promise<number> {
  let warnings: readonly DataFault[] = [];
  const settings: FileOptions = {
    dialect: dialectIn(options),
    ...(options.strict && { strict: true }),
    onWarnings: (found) => (warnings = found),
  };
  try {
    await writeAnswers(
      () => predictFile(model, { path: data, shown: data, system: nodeSystem }, settings),
      options,
      io,
    );
    printWarnings(warnings, io);
    return 0;
  } catch (error) {
    throw error instanceof DatasetError ? faultsError(error, options, io) : error;
  }
}

/** Writes an answer for each image. Returns the exit code. */
async function answerImages(model: Model, data: string, options: PredictOptions, io: Io): Promise<number> {
  const { rows, others } = predictImages(model, data);
  await writeAnswers(() => [rows], options, io);
  if (others.length > 0) {
    const files = counted(others.length, "file is", "files are");
    io.stderr.write(`warning: ${files} neither PNG nor JPEG: ${visibleText(listText(others, 5))}\n`);
  }
  return 0;
}

function dialectIn({ delimiter, decimal, header, names }: PredictOptions): FileDialect {
  return {
    ...(delimiter !== undefined && { delimiter }),
    ...(decimal !== undefined && { decimal }),
    ...(header !== undefined && { header }),
    ...(names !== undefined && { names: namesIn(names) }),
  };
}

/** Names that contain commas are in quotes, as in a file. */
function namesIn(text: string): string[] {
  const names: string[] = [];
  const reader = new CsvReader({ delimiter: COMMA, mark: POINT }, (row) => {
    for (let cell = 0; cell < row.count; cell++) names.push(row.text(cell));
  });
  reader.write(Buffer.from(text));
  reader.end();
  return names;
}

/** On stderr with any reporter, because stdout has the answers. */
function printWarnings(warnings: readonly DataFault[], io: Io): void {
  const problems = warnings.map((fault) => ({ severity: "warning" as const, ...fault }));
  if (problems.length > 0) printProblems(problems, { reporter: "text", closing: "" }, io);
}

function faultsError({ faults }: DatasetError, { reporter }: PredictOptions, io: Io): SpecError {
  const located = faults as readonly DataFault[]; // no option of a spec is at fault
  return problemsError(
    located.map((fault) => ({ severity: "error", ...fault })),
    reporter,
    io,
  );
}

/** @throws {GridientError} E_USAGE if it is not there, or if there are too many words. */
function dataFile(words: readonly string[], most: number): string {
  const file = words.at(-1)!;
  if (words.length > most) {
    const hint = "gridient predict model.json new.csv, or: predict experiments/lr.yaml best new.csv";
    throw new GridientError("E_USAGE", `Name one data file (got ${words.join(" ")})`, {
      hint,
    });
  }
  const facts = statSync(file, { throwIfNoEntry: false });
  if (facts?.isFile() || facts?.isDirectory()) return file;
  throw new GridientError(
    "E_USAGE",
    `The data must be a regular file or a folder of images (got ${JSON.stringify(file)})`,
  );
}

/** Returns a trial's model; undefined if the user stopped its training. */
async function modelOfTrial(
  file: string,
  trial: string,
  options: PredictOptions,
  io: Io,
): Promise<Model | undefined> {
  const experiments = await readSpecs([file], options, io);
  return trialModel(experiments[0]!, trial, options, io);
}

type Answers = Iterable<readonly AnswerCell[][]>;

/** All rows are predicted once before the first answer is printed, because printed answers cannot be undone. */
async function writeAnswers(answers: () => Answers, { out }: PredictOptions, io: Io): Promise<void> {
  if (out !== undefined) return writeWhole(out, textsOf(answers()));
  for (const _ of answers());
  for (const text of textsOf(answers())) io.stdout.write(text);
}

function* textsOf(answers: Answers): Generator<string> {
  for (const rows of answers) yield exactCsv(rows);
}
