import { readFileSync } from "node:fs";
import { packageFile } from "../../files/package-file.ts";
import { sha256Of } from "../../files/sha256-of.ts";
import { planTrials } from "../../trials/plan.ts";
import { TRAINER_VERSION } from "../../trials/trainer-version.ts";
import type { Io } from "../console/io.ts";
import { experimentFiles } from "../reading/experiment-files.ts";
import { readFiles } from "../reading/read-specs.ts";
import type { StoreOptions } from "./store-list.ts";

/** Characters of a digest that distinguish programs and plans. */
const DIGITS = 16;

/**
 * Prints what the cache of a CI needs to keep a store, a line each: its path, a key of what trains and of all trials, and
 * the start of the keys whose records can be used, too. Experiments with mistakes have no trials. Returns the exit code.
 */
export async function storeKey(
  files: readonly string[],
  { store, limit }: StoreOptions,
  io: Io,
): Promise<number> {
  const { experiments } = await readFiles(experimentFiles(files), { limit });
  const ids = experiments.flatMap((experiment) => planTrials(experiment).trials.map(({ id }) => id));
  const start = `gridient-${TRAINER_VERSION}-${trainerDigest()}-`;
  const trials = sha256Of(JSON.stringify([...new Set(ids)].toSorted())).slice(0, DIGITS);
  const lines = { path: store, key: `${start}${trials}`, "restore-key": start };
  for (const [name, value] of Object.entries(lines)) io.stdout.write(`${name}=${value}\n`);
  return 0;
}

/** While a trainer is changed its version is not raised yet: records of the code before must not be used for the code now. */
function trainerDigest(): string {
  return sha256Of(readFileSync(packageFile("dist/program/train-in-thread-main.js"))).slice(0, DIGITS);
}
