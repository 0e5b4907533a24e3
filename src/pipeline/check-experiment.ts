import type { Experiment } from "../spec/experiment.ts";
import { compareCommitted, type CommittedComparison } from "./compare-committed.ts";
import type { RunOptions } from "./run-experiment.ts";
import { trainExperiment, type TrainedExperiment } from "./train-experiment.ts";

/** What a check finds; the differences are meaningless if it was cancelled. */
export type Check = TrainedExperiment & CommittedComparison;

/**
 * Regenerates an experiment's results in memory and compares them with its folder byte for byte; changes no file of
 * it. An incomplete experiment always differs.
 * @throws {GridientError} E_DATA, E_MEMORY, E_STORE.
 */
export async function checkExperiment(experiment: Experiment, options: RunOptions): Promise<Check> {
  const trained = await trainExperiment(experiment, options);
  return { ...trained, ...(await compareCommitted(trained.results, options.resultsDir)) };
}
