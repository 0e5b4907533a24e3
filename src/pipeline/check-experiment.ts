import { differences } from "../results/differences.ts";
import type { Experiment } from "../spec/experiment.ts";
import { readResults } from "../store/results-folder.ts";
import { experimentFiles, resultsFolder, type RunOptions } from "./run-experiment.ts";
import { trainExperiment, type TrainedExperiment } from "./train-experiment.ts";

/** What a check finds. */
export interface Check extends TrainedExperiment {
  readonly folder: string;
  /** What differs from the committed files, in words; empty = the same bytes. Meaningless if cancelled. */
  readonly differences: readonly string[];
}

/**
 * Regenerates an experiment's results in memory and compares them with its folder byte for byte; changes no file of
 * it. An incomplete experiment always differs.
 * @throws {GridientError} E_DATA, E_MEMORY, E_STORE.
 */
export async function checkExperiment(experiment: Experiment, options: RunOptions): Promise<Check> {
  const trained = await trainExperiment(experiment, options);
  const folder = resultsFolder(experiment, options.resultsDir);
  const fresh = (await experimentFiles(trained.results)).filter(({ committed }) => committed);
  const found = differences(await readResults(folder), fresh);
  const incomplete = trained.results.complete
    ? []
    : ["Some trials left no record: the results are incomplete"];
  return { ...trained, folder, differences: [...incomplete, ...found] };
}
