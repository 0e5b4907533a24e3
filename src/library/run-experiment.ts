import { homedir } from "node:os";
import { cacheFolder } from "../downloads/cache-folder.ts";
import { findPinned } from "../downloads/find-files.ts";
import type { SweepListener } from "../pipeline/listener.ts";
import type { Run } from "../pipeline/run-experiment.ts";
import type { TrainingOptions } from "../pipeline/local-means.ts";
import type { Experiment } from "../spec/experiment.ts";
import { planTrials, type Plan } from "../trials/plan.ts";
import {
  experimentOf,
  refuseCancelled,
  type ExperimentSource,
  type ReadExperimentOptions,
} from "./read-experiment.ts";

/** Where training takes its data and leaves its records. None of it changes a byte of the results. */
export interface TrainOptions extends ReadExperimentOptions {
  /** Folder of records. Default: `results/.store`. */
  readonly storeDir?: string;
  /** Folder with data sets by name. Default: the environment's GRIDIENT_DATA_DIR, else the user's cache. */
  readonly dataDir?: string;
  /** Threads. Default: that of the experiment, else one for each core. */
  readonly workers?: number;
  /** Lets experiments of kind: program start their programs. Default: false. */
  readonly allowPrograms?: boolean;
  /** Receives the events of the run. */
  readonly listener?: SweepListener;
}

/** Options of `runExperiment`. */
export interface RunExperimentOptions extends TrainOptions {
  /** Folder that receives the experiment's own folder of results. Default: `results`. */
  readonly resultsDir?: string;
  /** Cancels the run, the loading of data too: finished records stay in the store, results are not touched. */
  readonly signal?: AbortSignal;
}

/**
 * Returns the configurations and trials of an experiment, each with its id, without training.
 *
 * @example
 * const { configurations, trials } = await planExperiment("experiments/lr.yaml");
 * console.log(configurations.length, trials[0]?.id);
 *
 * @throws {SpecError} With every problem and its place.
 * @throws {GridientError} E_CANCELLED.
 */
export async function planExperiment(
  source: ExperimentSource | Experiment,
  options: ReadExperimentOptions = {},
): Promise<Plan> {
  const experiment = await experimentOf(source, options);
  refuseCancelled(options.signal);
  return planTrials(experiment);
}

/**
 * Runs an experiment like `gridient sweep`: trains the trials without a record, writes the results, and returns them as
 * data.
 *
 * @example
 * const { results, folder } = await runExperiment("experiments/xor.yaml", { workers: 2 });
 * console.log(folder, results.best?.values, results.best?.objective.mean);
 *
 * @returns A run with `cancelled` set if the signal ended it.
 * @throws {SpecError} With every problem and its place; nothing was trained or written.
 * @throws {GridientError} E_DATA, E_MEMORY, E_STORE.
 */
export async function runExperiment(
  source: ExperimentSource | Experiment,
  options: RunExperimentOptions = {},
): Promise<Run> {
  const { signal: _, ...reading } = options; // a cancelled run is returned, too
  const experiment = await experimentOf(source, reading);
  const { runExperiment: run } = await import("../pipeline/run-experiment.ts");
  return run(experiment, { ...trainingOptions(options), resultsDir: options.resultsDir ?? "results" });
}

/** Returns complete options, as the pipeline takes them. */
export function trainingOptions(options: TrainOptions): TrainingOptions {
  const { storeDir = "results/.store", workers, allowPrograms = false, signal, listener } = options;
  return {
    storeDir,
    load: {
      dataDir: options.dataDir ?? (process.env["GRIDIENT_DATA_DIR"] || undefined),
      cacheDir: cacheFolder(process.env, process.platform, homedir()),
      findPinned,
      ...(signal && { signal }),
    },
    workers,
    kernel: process.env["GRIDIENT_KERNEL"],
    ...(allowPrograms && { programs: { environment: process.env } }),
    ...(signal && { signal }),
    ...(listener && { listener }),
  };
}
