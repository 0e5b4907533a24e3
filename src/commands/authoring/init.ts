import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { GridientError } from "../../errors.ts";
import { packageFile } from "../../files/package-file.ts";
import { experimentName, isResultsName } from "../../spec/experiment/experiment-name.ts";
import { formatSpec } from "../../spec/format/format-spec.ts";
import { isValid, schemaAt, valueSchema } from "../../spec/schema/experiment-schema.ts";
import { firstDatasets, firstExperiment, hiddenUnits, sweepsOf, type Choices } from "./first-experiment.ts";
import { firstTable, isTableFile, type FirstTable } from "./first-table.ts";
import { CANCELLED } from "../console/follow.ts";
import type { Io } from "../console/io.ts";
import { modeline } from "./modeline.ts";
import { readersCommand } from "../console/readers-command.ts";

const SCHEMA = fileURLToPath(packageFile("schemas/experiment.schema.json"));

interface Question {
  readonly flag: keyof Choices;
  readonly text: string;
  /** The answer if there is none. */
  readonly standard: string;
  /** What an answer must be. */
  readonly rule: string;
  readonly accepts: (answer: string) => boolean;
}

const NAMED = oneOf("dataset", "Which data set", "digits", firstDatasets());
const DATASET: Question = {
  ...NAMED,
  text: `${NAMED.text}; or a file of yours, .csv or .jsonl`,
  rule: `${NAMED.rule}, or a file that ends in .csv or .jsonl`,
  accepts: (answer) => NAMED.accepts(answer) || isTableFile(answer),
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

/** Writes a first experiment, by flags and by questions on a terminal. Returns the exit code. */
export async function init(file: string, flags: Partial<Choices>, io: Io): Promise<number> {
  checkTarget(file);
  try {
    const dataset = await answerTo(DATASET, flags, io);
    const table = isTableFile(dataset) ? firstTable(dataset, file) : undefined;
    const target = table && (await answerTo(targetOf(table), flags, io));
    const hidden = await answerTo(HIDDEN, flags, io);
    const sweeps = sweepsOf(hidden).filter((field) => !table || field !== "loss");
    const sweep = await answerTo(oneOf("sweep", "What to try several values of", "eta", sweeps), flags, io);
    const choices = { dataset, hidden, sweep, ...(target !== undefined && { target }) };
    const text = firstExperiment(choices, target === undefined ? undefined : table!.learn(target));
    await write(file, modeline(resolve(file), SCHEMA, resolve()) + formatSpec(text));
  } catch (error) {
    if (!(error instanceof Error && error.name === "AbortError")) throw error;
    io.stderr.write("\ncancelled: nothing was written\n");
    return CANCELLED;
  }
  io.stdout.write(`${file}: written\nnext: ${readersCommand("sweep", [file])}\n`);
  return 0;
}

/** Most tables have what is to be known last. */
function targetOf({ columns }: FirstTable): Question {
  return oneOf("target", "Which column to predict", columns.at(-1)!, columns);
}

function oneOf(flag: keyof Choices, text: string, standard: string, words: readonly string[]): Question {
  const list = words.join(", ");
  const accepts = (answer: string): boolean => words.includes(answer);
  return { flag, text: `${text}: ${list}`, standard, rule: `it must be one of ${list}`, accepts };
}

function checkTarget(file: string): void {
  if (existsSync(file)) throw exists(file);
  if (isResultsName(experimentName(file))) return;
  throw new GridientError(
    "E_USAGE",
    `Cannot name an experiment so as no part may begin with a dot or hold what cannot be seen: ${file}`,
  );
}

async function answerTo(
  { flag, text, standard, rule, accepts }: Question,
  flags: Partial<Choices>,
  { ask, stdout }: Io,
): Promise<string> {
  const given = flags[flag] ?? (ask ? undefined : standard);
  if (given !== undefined) {
    if (accepts(given)) return given;
    throw new GridientError("E_USAGE", `Cannot use --${flag} as ${rule}: "${given}"`);
  }
  for (;;) {
    const answer = (await ask!(`${text} [${standard}]: `)).trim() || standard;
    if (accepts(answer)) return answer;
    stdout.write(`  ${rule}\n`);
  }
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "EEXIST") throw exists(file);
    throw new GridientError("E_STORE", `Cannot write the file as the system must allow it: ${error.message}`);
  }
}

function exists(file: string): GridientError {
  const hint = `Give another name: ${readersCommand("init", ["experiments/NAME.yaml"])}`;
  return new GridientError(
    "E_USAGE",
    `Cannot write a first experiment as the file must not exist yet: ${file}`,
    { hint },
  );
}
