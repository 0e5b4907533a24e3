import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programFolder } from "../../configuration/program-folder.ts";
import type { ProgramConfiguration } from "../../fields/configuration.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import type { ProgramStart } from "../../runners/process-group.ts";
import { fillTemplate } from "../../text/fill-template.ts";
import type { Trial } from "../../trials/trial.ts";

/** Seeds of most libraries have 32 bits. */
const SEEDS = 2 ** 32;
/** What every program may read of the environment. */
const ALWAYS = ["PATH", "HOME"];

/** The seed of a trial: the same for one replicate of all settings, so that these are pairs. */
export function seedOf({ baseSeed, replicate }: Pick<Trial, "baseSeed" | "replicate">): number {
  return (baseSeed + replicate) % SEEDS;
}

/** Works in a folder of a trial's own, which is gone afterwards. */
export async function inTrialFolder<Result>(
  { parameters }: ProgramConfiguration,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "gridient-trial-"));
  try {
    await writeFile(join(folder, "parameters.json"), `${JSON.stringify(parameters)}\n`);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined); // a temporary folder
  }
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
  {
    folder,
    from,
    names,
    environment,
  }: {
    readonly folder: string;
    readonly from: string;
    readonly names: readonly string[];
    readonly environment: Environment;
  },
): ProgramStart {
  const { parameters, epochs } = configuration;
  const given: Readonly<Record<string, FieldValue>> = { ...parameters, seed: seedOf(trial), epochs, folder };
  const [program = "", ...words] = configuration.command.map((word) =>
    fillTemplate(word, (name) => textOf(given[name] ?? "")),
  );
  const inherited = [...ALWAYS, ...names].flatMap((name): [string, string][] => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    command: [program, ...words],
    folder: programFolder(configuration, from),
    environment: {
      ...Object.fromEntries(inherited),
      GRIDIENT_PARAMETERS: JSON.stringify(parameters),
      GRIDIENT_PARAMETERS_FILE: join(folder, "parameters.json"),
      GRIDIENT_SEED: String(seedOf(trial)),
      GRIDIENT_EPOCHS: String(epochs),
      GRIDIENT_FOLDER: folder,
    },
  };
}

/** Words are given as they are, and lists as JSON. */
function textOf(value: FieldValue): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
