/**
 * gridient as a library: run an experiment from TypeScript and read its results as data.
 * @module
 */
import { homedir } from "node:os";
import { cacheFolder } from "./data/cache-folder.ts";
import type { SweepListener } from "./pipeline/listener.ts";
import { runExperiment as run, type Run } from "./pipeline/run-experiment.ts";
import { readExperimentFile } from "./spec/experiment/read-experiment-file.ts";
import { SpecError } from "./spec/spec-error.ts";

export { GridientError, type ErrorCode, type Failure } from "./errors.ts";
export type { SweepListener } from "./pipeline/listener.ts";
export type { Run } from "./pipeline/run-experiment.ts";
export type { Results } from "./results/results.ts";
export type { Configuration, Experiment, Objective } from "./spec/experiment.ts";
export type { ExperimentFile } from "./spec/experiment-file.ts";
export type { Column } from "./spec/sweep.ts";
export { SpecError } from "./spec/spec-error.ts";
export type { Problem } from "./spec/problem.ts";
export type { Outcome } from "./training/outcome.ts";
export type { TrialRecord } from "./training/record.ts";
export type { Plan } from "./trials/plan.ts";
export type { Trial } from "./trials/trial.ts";

/** Options of `runExperiment`. None of them changes a byte of the results. */
export interface RunExperimentOptions {
  /** Folder that receives the experiment's own folder of tables. Default: `results`. */
  readonly resultsDir?: string;
  /** Folder of records. Default: `results/.store`. */
  readonly storeDir?: string;
  /** Folder with data sets by name. Default: the environment's GRIDIENT_DATA_DIR, else the user's cache. */
  readonly dataDir?: string;
  /** Threads. Default: what the experiment says, else one for each core. */
  readonly workers?: number;
  /** Most configurations a grid may have. Default: 10,000. */
  readonly limit?: number;
  /** Cancels the run: finished records stay in the store, results are not touched. */
  readonly signal?: AbortSignal;
  readonly listener?: SweepListener;
}

/**
 * Runs the experiment of a YAML file: trains what has no record yet, writes the tables, returns them as data.
 *
 * @example
 * const { results } = await runExperiment("experiments/lr.yaml", { workers: 4 });
 * console.log(results.best?.values, results.best?.objective.mean);
 *
 * @throws {SpecError} E_SPEC if the file has problems; nothing was trained or written.
 * @throws {GridientError} E_DATA, E_MEMORY, E_STORE.
 */
export async function runExperiment(file: string, options: RunExperimentOptions = {}): Promise<Run> {
  const { experiment, problems } = await readExperimentFile(file, { limit: options.limit ?? 10_000 });
  if (!experiment) throw new SpecError(problems);
  const { resultsDir = "results", storeDir = "results/.store", workers, signal, listener } = options;
  return run(experiment, {
    resultsDir,
    storeDir,
    load: {
      dataDir: options.dataDir ?? (process.env["GRIDIENT_DATA_DIR"] || undefined),
      cacheDir: cacheFolder(process.env, process.platform, homedir()),
      ...(signal && { signal }),
    },
    workers,
    ...(signal && { signal }),
    ...(listener && { listener }),
  });
}
