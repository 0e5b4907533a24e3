import type { Experiment } from "../spec/experiment.ts";
import { localMeans, type TrainingOptions } from "./local-means.ts";
import { knowVersions } from "./programs/know-versions.ts";
import { noteProgram } from "./programs/program-notes.ts";
import { localTrainer } from "./threads/local-trainer.ts";
import { SharedThreads } from "./threads/training-threads.ts";
import { trainSweep, type TrainedExperiment } from "./train-sweep.ts";

export type { TrainedExperiment } from "./train-sweep.ts";

/**
 * Trains what has no record yet and returns the results of the whole experiment. Writes records, but no results.
 * @throws {GridientError} E_DATA, E_MEMORY, E_STORE; E_USAGE if `only` matches nothing.
 */
export async function trainExperiment(
  experiment: Experiment,
  options: TrainingOptions,
): Promise<TrainedExperiment> {
  if (options.threads) return trainOn(experiment, options);
  const threads = new SharedThreads();
  try {
    return await trainOn(experiment, { ...options, threads });
  } finally {
    void threads.close(); // results need not wait until they have ended
  }
}

async function trainOn(given: Experiment, options: TrainingOptions): Promise<TrainedExperiment> {
  const experiment = await knowVersions(given, options);
  const { versions } = experiment.sweep.folder;
  if (versions) await noteProgram(options.storeDir, experiment.name, { versions });
  // A start does without what writes results, and there is time to load it while the last trials train.
  const onLast = options.shard ? undefined : () => void import("./write-results.ts").catch(() => undefined);
  const modelTrainerOf: typeof means.trainerOf = (plan) => localTrainer(plan, options); // models are wanted here
  const means = localMeans(options);
  return trainSweep(experiment, { ...means, onLast, modelTrainerOf });
}
