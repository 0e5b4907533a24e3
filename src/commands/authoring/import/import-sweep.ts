import { nodeSystem } from "../../../files/node-system.ts";
import { resolve } from "node:path";
import { GridientError } from "../../../errors.ts";
import { readRegularFile } from "../../../files/read-regular-file.ts";
import { readExperiment } from "../../../spec/read-experiment.ts";
import { readersCommand } from "../../../text/readers-command.ts";
import { visibleText } from "../../../text/visible-text.ts";
import { unreadableText } from "../../console/error-text.ts";
import type { Io } from "../../console/io.ts";
import { reportProblems } from "../../console/report-problems.ts";
import { modelineOf } from "../first-experiment.ts";
import { refuseTarget, writeNew } from "../write-new.ts";
import { hydraLine, isMultirun } from "./hydra-line.ts";
import type { ImportedSweep } from "./imported-sweep.ts";
import { specOf } from "./spec-of.ts";
import { splitLine } from "./split-line.ts";
import { wandbSweep } from "./wandb-sweep.ts";

const MOST_BYTES = 1_000_000;
const LIMIT = 10_000;

/** Options of the command line. */
export interface ImportOptions {
  /** The experiment file to write. */
  readonly out?: string;
}

/** Writes an experiment from a sweep of W&B or Hydra, and what has no counterpart. Returns the exit code. */
export async function importSweep(words: readonly string[], { out }: ImportOptions, io: Io): Promise<number> {
  const sweep = await readSweep(words);
  const file = out ?? `experiments/${sweep.name}.yaml`;
  const otherwise = readersCommand("import", ["--out", "experiments/NAME.yaml", ...words]);
  refuseTarget(file, otherwise);
  const { text, notes } = specOf(sweep, file);
  const { problems } = readExperiment(text, file, { limit: LIMIT, system: nodeSystem });
  if (problems.some(({ severity }) => severity === "error")) {
    reportProblems(problems, "text", io);
    return 2;
  }
  await writeNew(file, modelineOf(file) + text, otherwise);
  for (const note of notes) io.stdout.write(`- ${visibleText(note)}\n`);
  const next = readersCommand("sweep", [file, "--allow-programs"]);
  io.stdout.write(`${file}: written\nnext: ${next}\n`);
  return 0;
}

/** @throws {GridientError} E_USAGE for what an experiment cannot have. */
async function readSweep(words: readonly string[]): Promise<ImportedSweep> {
  const [first = "", ...others] = words;
  if (others.length === 0 && /\.ya?ml$/i.test(first)) return wandbSweep(await textOf(first), first);
  const line = others.length === 0 ? splitLine(first) : words;
  if (isMultirun(line)) return hydraLine(line);
  throw new GridientError(
    "E_USAGE",
    `Neither a W&B sweep file nor a multirun of Hydra: ${visibleText(words.join(" "))}`,
    {
      hint: "Name a .yaml file, or the whole line with its -m: gridient import -- python train.py -m lr=0.1,0.01",
    },
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return (await readRegularFile(resolve(file), MOST_BYTES)).toString("utf8");
  } catch (error) {
    throw new GridientError("E_USAGE", unreadableText(file, error));
  }
}
