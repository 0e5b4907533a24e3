import { basename, parse } from "node:path";
import { GridientError } from "../../errors.ts";
import { formatSpec } from "../../spec/format-experiment.ts";
import { schemaAt, valueSchema } from "../../fields/experiment-schema.ts";
import { isValid } from "../../fields/schema/is-valid.ts";
import {
  firstDatasets,
  firstExperiment,
  hiddenUnits,
  sweepsOf,
  type Choices,
  modelineOf,
} from "./first-experiment.ts";
import { isTableFile } from "../../data/table/reading/kind-of-file.ts";
import { meantColumn } from "../../data/table/reading/meant-column.ts";
import { visibleText } from "../../text/visible-text.ts";
import { reportProblems } from "../console/report-problems.ts";
import { firstFolder, isFolderOrIdx } from "./first-folder.ts";
import { initProgram, type Language } from "./first-program.ts";
import { firstTable, type FirstTable, type TableLines } from "./first-table.ts";
import type { TargetKind } from "./table-options.ts";
import { refuseTarget, writeNew } from "./write-new.ts";
import type { Trouble } from "./try-experiment.ts";
import { CANCELLED, type Io } from "../console/io.ts";
import { readersCommand } from "../../text/readers-command.ts";

interface Question {
  readonly flag: keyof Choices | "kind";
  readonly text: string;
  /** The default answer. */
  readonly standard: string;
  /** The rule for answers. */
  readonly rule: string;
  readonly accepts: (answer: string) => boolean;
}

const NAMED = oneOf("dataset", "Which data set", "digits", firstDatasets());
const DATASET: Question = {
  ...NAMED,
  text: `${NAMED.text}; or your own .csv or .jsonl file, or a folder of images`,
  rule: `${NAMED.rule}, a file that ends in .csv or .jsonl, or a folder of images`,
  accepts: (answer) => NAMED.accepts(answer) || isTableFile(answer) || isFolderOrIdx(answer),
};
const HIDDEN: Question = {
  flag: "hidden",
  text: "Hidden units, a number for each layer, or none",
  standard: "30",
  rule: "it must be whole numbers such as 30 or 30,30, or none",
  accepts: (answer) => {
    const units = hiddenUnits(answer);
    return units !== undefined && isValid(valueSchema(schemaAt("architecture.hidden")), units);
  },
};

/** Flags besides the choices. */
export interface InitFlags extends Partial<Choices> {
  /** How to predict a column of whole numbers. */
  readonly classes?: boolean;
  readonly numbers?: boolean;
  /** The language of a program to write, in place of a network to train. */
  readonly program?: Language;
}

/** Writes a first experiment from flags and answers on a terminal, after trying it. Returns the exit code. */
export async function init(file: string, flags: InitFlags, io: Io): Promise<number> {
  checkTarget(file);
  if (flags.program) return initProgram(file, flags.program, io);
  try {
    const dataset = await answerTo(DATASET, flags, io);
    const lines = await linesOf(dataset, file, flags, io);
    const hidden = await answerTo(HIDDEN, flags, io);
    const sweeps = sweepsOf(hidden).filter((field) => !lines || field !== "loss");
    const sweep = await answerTo(oneOf("sweep", "Which field gets several values", "eta", sweeps), flags, io);
    const text = formatSpec(firstExperiment({ dataset, hidden, sweep, ...lines?.named }, lines));
    if (lines) {
      const { tryExperiment } = await import("./try-experiment.ts");
      const trouble = await tryExperiment(text, file, io);
      if (trouble !== undefined) return printTrouble(trouble, io);
    }
    await writeNew(file, modelineOf(file) + text, otherName());
    for (const note of lines?.notes ?? []) io.stdout.write(`${visibleText(note)}\n`);
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
    io.stderr.write("\ncancelled: nothing was written\n");
    return CANCELLED;
  }
  io.stdout.write(`${file}: written\nnext: ${readersCommand("sweep", [file])}\n`);
  return 0;
}

/** Returns the lines about data in files, and the name that the experiment takes from it; undefined for built-in data. */
async function linesOf(
  dataset: string,
  file: string,
  flags: InitFlags,
  io: Io,
): Promise<(TableLines & { named: { target: string } }) | undefined> {
  if (NAMED.accepts(dataset)) return undefined;
  if (isFolderOrIdx(dataset)) return { ...firstFolder(dataset, file), named: { target: basename(dataset) } };
  if (!isTableFile(dataset)) return undefined;
  const table = firstTable(dataset, file);
  const meant = flags.target === undefined ? undefined : meantColumn(flags.target, table.columns);
  const target = await answerTo(
    targetOf(table),
    meant === undefined ? flags : { ...flags, target: meant },
    io,
  );
  return { ...table.learn(target, await kindOf(table, target, flags, io)), named: { target } };
}

/** Returns whether to predict classes or numbers, if a flag or an answer says so. */
async function kindOf(
  { possibleClasses }: FirstTable,
  target: string,
  flags: InitFlags,
  io: Io,
): Promise<TargetKind | undefined> {
  if (flags.classes && flags.numbers)
    throw new GridientError("E_USAGE", "--classes and --numbers exclude each other (got both)");
  if (flags.classes) return "classes";
  if (flags.numbers) return "numbers";
  const count = possibleClasses(target);
  if (!io.ask || count === undefined) return undefined;
  const text = `What the ${count} whole numbers of ${target} are`;
  const question = oneOf("kind", text, count === 2 ? "classes" : "numbers", ["classes", "numbers"]);
  return (await answerTo(question, {}, io)) === "classes" ? "classes" : "numbers";
}

/** Prints why no experiment was written. Returns the exit code. */
function printTrouble(trouble: Trouble, io: Io): number {
  if (typeof trouble === "string") io.stderr.write(`error: ${trouble}\n`);
  else reportProblems(trouble, "text", io);
  io.stderr.write("nothing was written: the experiment would not run\n");
  return 2;
}

/** In most tables the last column is the one to predict. */
function targetOf({ columns, lastColumn }: FirstTable): Question {
  return oneOf("target", "Which column to predict", lastColumn, columns);
}

function oneOf(flag: Question["flag"], text: string, standard: string, words: readonly string[]): Question {
  const list = words.join(", ");
  const accepts = (answer: string): boolean => words.includes(answer);
  return { flag, text: `${text}: ${list}`, standard, rule: `it must be one of ${list}`, accepts };
}

function otherName(): string {
  return readersCommand("init", ["experiments/NAME.yaml"]);
}

function checkTarget(file: string): void {
  if (isTableFile(file) || isFolderOrIdx(file)) {
    const words = [`experiments/${parse(file).name}.yaml`, "--dataset", file];
    throw new GridientError("E_USAGE", `The experiment must be a YAML file (got data: ${file})`, {
      hint: `To learn from this data: ${readersCommand("init", words)}`,
    });
  }
  refuseTarget(file, otherName());
}

async function answerTo(
  { flag, text, standard, rule, accepts }: Question,
  flags: Partial<Record<Question["flag"], string>>,
  { ask, stdout }: Io,
): Promise<string> {
  const given = flags[flag] ?? (ask ? undefined : standard);
  if (given !== undefined) {
    if (accepts(given)) return given;
    throw new GridientError("E_USAGE", `--${flag}: ${rule} (got ${JSON.stringify(given)})`);
  }
  for (;;) {
    const answer = (await ask!(`${text} [${standard}]: `)).trim() || standard;
    if (accepts(answer)) return answer;
    stdout.write(`  ${rule}\n`);
  }
}
