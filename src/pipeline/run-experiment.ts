import { join } from "node:path";
import { GridientError } from "../errors.ts";
import { isInside } from "../files/is-inside.ts";
import { realPath } from "../files/real-path.ts";
import type { Experiment } from "../spec/experiment.ts";
import { trainExperiment, type TrainedExperiment } from "./train-experiment.ts";
import type { TrainingOptions } from "./local-means.ts";

/** How and where an experiment runs; none of it changes a byte of the results. */
export interface RunOptions extends TrainingOptions {
  /** Folder that receives the experiment's own folder of results. */
  readonly resultsDir: string;
}

/** The results of a run, and the folder of their files. */
export interface Run extends TrainedExperiment {
  /** Absent where the run was cancelled before its last trial ended, was a shard, or `only` left trials out that have no record: no file was touched. */
  readonly folder: string | undefined;
  /** Of the files there, as `resultsDigest` returns it. */
  readonly filesDigest?: string;
}

/**
 * Trains what has no record yet, builds the tables and the report of the whole experiment, and replaces its folder
 * of results. A cancelled run, a shard, or one of a part of the trials keeps their records and touches no results; where
 * all trials have ended, results are written even if pictures cannot be drawn.
 * @throws {GridientError} E_DATA, E_MEMORY, E_STORE; E_USAGE if `only` matches nothing.
 */
export async function runExperiment(experiment: Experiment, options: RunOptions): Promise<Run> {
  const folder = resultsFolder(experiment, options.resultsDir);
  const trained = await trainExperiment(experiment, options);
  const isPartial = options.shard !== undefined || (options.only !== undefined && !trained.results.complete);
  if (isCut(trained) || isPartial) return { ...trained, folder: undefined };
  const { writeResults } = await import("./write-results.ts");
  const written = await writeResults(folder, trained.results);
  return {
    ...trained,
    folder,
    filesDigest: written.digest,
    ...(written.undrawn !== undefined && { undrawn: written.undrawn }),
  };
}

/** Whether the user stopped it before every trial had ended: later there are only pictures to stop. */
function isCut({ cancelled, plan, outcomes, confirming }: TrainedExperiment): boolean {
  const all = [...plan.trials, ...(confirming?.plan.trials ?? [])];
  const endings = new Map([...outcomes, ...(confirming?.outcomes ?? [])]);
  return cancelled && !all.every(({ id }) => (endings.get(id)?.status ?? "cancelled") !== "cancelled");
}

/**
 * Returns the folder of an experiment's results. `resultsDir` may be a symbolic link to another disk; none below it
 * may lead out of it.
 * @throws {GridientError} E_STORE if one does.
 */
export function resultsFolder({ name }: Experiment, resultsDir: string): string {
  const folder = join(resultsDir, ...name.split("/"));
  const real = realPath(folder);
  if (isInside(real, realPath(resultsDir))) return folder;
  const message = `The results folder ${JSON.stringify(folder)} must be inside ${JSON.stringify(resultsDir)} (it leads to ${JSON.stringify(real)})`;
  throw new GridientError("E_STORE", message, { hint: "Remove the symbolic link" });
}
