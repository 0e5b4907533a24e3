import { lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { programFolder } from "../../configuration/program-folder.ts";
import type { ProgramConfiguration } from "../../fields/configuration.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import { packageFile } from "../../files/package-file.ts";
import type { ProgramStart } from "../../runners/process-group.ts";
import { fillTemplate, flagIn } from "../../text/fill-template.ts";
import type { Trial } from "../../trials/trial.ts";

/** Seeds of most libraries have 32 bits. */
const SEEDS = 4_294_967_296;
/** What every program may read of the environment. */
const ALWAYS = ["PATH", "HOME"];
/** The file with the parameters of a trial, in its folder. */
const PARAMETERS = "parameters.json";
/** The folder of what its program continues from, in its folder. */
const CHECKPOINT = "checkpoint";
/** A module's JavaScript heap: a runaway one ends here, not in the system. */
const HEAP_MEGABYTES = 2048;
const RUN_MODULE = packageFile("dist/program/run-module.js");

/** The seed of a trial: the same for one replicate of all settings, so that these are pairs. */
function seedOf({ baseSeed, replicate }: Pick<Trial, "baseSeed" | "replicate">): number {
  return (baseSeed + replicate) % SEEDS;
}

/**
 * The folders of trials, in one that is gone at the end. One in which a program has changed nothing is given to a later trial
 * under another name: to make and remove a folder and a file for each takes longer than many a short trial. They are made at
 * once, since others wait for a short trial.
 */
export class TrialFolders {
  #root: string | undefined;
  #count = 0;
  /** Folders with nothing in them but the parameters of a trial that has ended. */
  readonly #unchanged: string[] = [];

  /** Works in a folder of a trial's own, which is gone afterwards. */
  async use<Result>(
    { parameters, checkpoints }: ProgramConfiguration,
    work: (folder: string) => Promise<Result>,
  ): Promise<Result> {
    const folder = this.#make();
    try {
      writeFileSync(join(folder, PARAMETERS), `${JSON.stringify(parameters)}\n`);
      if (checkpoints) mkdirSync(checkpointIn(folder));
      return await work(folder);
    } finally {
      await this.#leave(folder);
    }
  }

  /** Removes what is left. */
  async close(): Promise<void> {
    if (this.#root !== undefined) await remove(this.#root);
    this.#root = undefined;
  }

  #make(): string {
    this.#root ??= mkdtempSync(join(tmpdir(), "gridient-trials-"));
    const folder = join(this.#root, String((this.#count += 1)));
    const unchanged = this.#unchanged.pop();
    if (unchanged === undefined) mkdirSync(folder);
    else renameSync(unchanged, folder);
    return folder;
  }

  async #leave(folder: string): Promise<void> {
    if (isUnchanged(folder)) this.#unchanged.push(folder);
    else await remove(folder);
  }
}

/** Whether a program has left a folder as it was: no other file, and no link that a later trial would write through. */
function isUnchanged(folder: string): boolean {
  try {
    if (readdirSync(folder).length !== 1) return false;
    const [own, file] = [lstatSync(folder), lstatSync(join(folder, PARAMETERS))];
    if (!own.isDirectory() || !file.isFile() || file.nlink !== 1) return false;
    return (own.mode & 0o700) === 0o700 && (file.mode & 0o600) === 0o600;
  } catch {
    return false; // the program has removed it
  }
}

/** What cannot be removed is a temporary folder. */
async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

/** Returns the folder of what the program of a trial continues from, and leaves for longer trials. */
export function checkpointIn(folder: string): string {
  return join(folder, CHECKPOINT);
}

/** Variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns how the program of a trial starts.
 *
 * @param places.folder Its own.
 * @param places.from That of the experiment.
 * @param places.names Of variables of the environment that it may read, too.
 */
export function startOf(
  configuration: ProgramConfiguration,
  trial: Pick<Trial, "baseSeed" | "replicate">,
  places: {
    readonly folder: string;
    readonly from: string;
    readonly names: readonly string[];
    readonly environment: Environment;
  },
): ProgramStart {
  const { parameters, epochs, checkpoints } = configuration;
  const { folder, names, environment } = places;
  const checkpoint = checkpointIn(folder);
  const given: Readonly<Record<string, FieldValue>> = {
    ...parameters,
    seed: seedOf(trial),
    epochs,
    folder,
    ...(checkpoints && { checkpoint }),
  };
  const from = programFolder(configuration, places.from);
  const filled = configuration.command.flatMap((word) => wordsOf(word, given));
  const [program = "", ...words] =
    filled.length > 0 ? filled : moduleCommand(resolve(from, configuration.module));
  return {
    command: [program, ...words],
    folder: from,
    environment: {
      ...inheritedVariables(names, environment),
      GRIDIENT_PARAMETERS: JSON.stringify(parameters),
      GRIDIENT_PARAMETERS_FILE: join(folder, PARAMETERS),
      GRIDIENT_SEED: String(seedOf(trial)),
      GRIDIENT_EPOCHS: String(epochs),
      GRIDIENT_FOLDER: folder,
      ...(checkpoints && { GRIDIENT_CHECKPOINT: checkpoint }),
    },
  };
}

/** Returns what a program may read of an environment. @param names Of variables beside those that every program may read. */
export function inheritedVariables(
  names: readonly string[],
  environment: Environment,
): Record<string, string> {
  const inherited = [...ALWAYS, ...names].flatMap((name): [string, string][] => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(inherited);
}

/** Returns the word that a template becomes; none for a flag whose parameter is false. */
function wordsOf(template: string, given: Readonly<Record<string, FieldValue>>): string[] {
  const flag = flagIn(template);
  if (flag) return given[flag.name] === true ? [flag.word] : [];
  return [fillTemplate(template, (name) => textOf(given[name] ?? ""))];
}

/** Returns the command that runs a module in a process of its own. */
function moduleCommand(file: string): string[] {
  return [execPath, `--max-old-space-size=${HEAP_MEGABYTES}`, fileURLToPath(RUN_MODULE), file];
}

/** Words are given as they are, and lists as JSON. */
function textOf(value: FieldValue): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
