import { dirname, join } from "node:path";
import { version } from "node:process";
import { GridientError } from "../../errors.ts";
import { RUNS_TYPESCRIPT } from "../../files/this-process.ts";
import { readersCommand } from "../../text/readers-command.ts";
import type { LANGUAGES } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";
import { modelineOf } from "./first-experiment.ts";
import { refuseTarget, writeNew } from "./write-new.ts";

/** What a first program is written in. */
export type Language = (typeof LANGUAGES)[number];

/** A program to change, and the lines of its experiment that start it. */
interface Template {
  readonly file: string;
  readonly start: string;
  readonly program: string;
}

const TEMPLATES: Readonly<Record<Language, Template>> = {
  javascript: {
    file: "train.mjs",
    start: "module: ./train.mjs",
    program: `/**
 * Trains, and reports its metrics after each epoch. Put your own code here.
 *
 * @type {import("gridient").Trainer<{ eta: number }>}
 */
export const train = async function* ({ eta }, { seed, epochs }) {
  let weight = seed / 10;
  for (let epoch = 0; epoch <= epochs; epoch++) {
    const error = weight - 3;
    yield { epoch, loss: error * error };
    weight -= eta * 2 * error;
  }
};
`,
  },
  typescript: {
    file: "train.mts",
    start: "module: ./train.mts",
    program: `import { defineTrainer } from "gridient";

/** Trains, and reports its metrics after each epoch. Put your own code here. */
export const train = defineTrainer<{ eta: number }>(async function* ({ eta }, { seed, epochs }) {
  let weight = seed / 10;
  for (let epoch = 0; epoch <= epochs; epoch++) {
    const error = weight - 3;
    yield { epoch, loss: error * error };
    weight -= eta * 2 * error;
  }
});
`,
  },
  python: {
    file: "train.py",
    start: `command: [python3, train.py, --eta, "\${eta}", --seed, "\${seed}", --epochs, "\${epochs}"]
files: [train.py]`,
    program: `"""Trains, and prints its metrics after each epoch as one line of JSON. Put your own code here."""

import argparse
import json

parser = argparse.ArgumentParser()
parser.add_argument("--eta", type=float)
parser.add_argument("--seed", type=int)
parser.add_argument("--epochs", type=int)
options = parser.parse_args()

weight = options.seed / 10
for epoch in range(options.epochs + 1):
    error = weight - 3
    print(json.dumps({"epoch": epoch, "loss": error * error}), flush=True)
    weight -= options.eta * 2 * error
`,
  },
};

/** A file to write, by its place beside the experiment. */
interface NewFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Returns a first experiment that runs a program, and the program.
 *
 * @param file Where the experiment will be.
 * @throws {GridientError} E_USAGE if this Node does not run TypeScript.
 */
export function firstProgram(language: Language, file: string): readonly NewFile[] {
  if (language === "typescript" && !RUNS_TYPESCRIPT)
    throw new GridientError(
      "E_USAGE",
      `--program typescript needs Node 22.18 or later, which runs TypeScript (got ${version})`,
      { hint: "Use --program javascript: an editor checks its types, too" },
    );
  const { file: name, start, program } = TEMPLATES[language];
  const experiment = `description: How the learning rate changes what my own program learns
kind: program
${start}
parameters:
  eta: [0.03, 0.3, 1] # the learning rate; add your own parameters below it
epochs: 10 # what the program reports at most
replicates: 3 # repetitions with other seeds; one alone may be luck
metrics: {loss: minimize} # what it reports
objective: loss
`;
  return [
    { file, text: modelineOf(file) + experiment },
    { file: join(dirname(file), name), text: program },
  ];
}

/** Writes a first program and its experiment, and nothing else. Returns the exit code. */
export async function initProgram(file: string, language: Language, io: Io): Promise<number> {
  const otherwise = readersCommand("init", ["FOLDER/NAME.yaml", "--program", language]);
  const files = firstProgram(language, file);
  for (const { file: each } of files) refuseTarget(each, otherwise);
  for (const { file: each, text } of files) {
    await writeNew(each, text, otherwise);
    io.stdout.write(`${each}: written\n`);
  }
  io.stdout.write(`next: ${readersCommand("sweep", [file, "--allow-programs"])}\n`);
  return 0;
}
