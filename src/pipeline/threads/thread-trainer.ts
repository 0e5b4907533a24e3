import { availableParallelism } from "node:os";
import { inlineRunner } from "../../runners/inline-runner.ts";
import type { Runner } from "../../runners/runner.ts";
import type { TrainedTrial } from "../../training/read-trials.ts";
import { DatasetPool } from "./dataset-pool.ts";
import { datasetUses } from "./dataset-uses.ts";
import { trainHere } from "./train-here.ts";
import { trainJob, type TrainTask } from "./train-job.ts";
import type { StartTrainer, TrainerWork } from "../trainer.ts";
import { trainingThreads } from "./training-threads.ts";

/** Returns a trainer in worker threads, at most one a trial, or in this one. */
export function threadTrainer(workers: number | undefined, inline = false): StartTrainer {
  return runnerTrainer(({ plan, jobs }) => {
    const trials = jobs.reduce((sum, job) => sum + job.trials.length, 0);
    const threads = Math.min(workers ?? plan.experiment.run.workers ?? availableParallelism(), trials);
    return inline ? inlineRunner(trainJob) : trainingThreads(threads);
  });
}

/** Returns a trainer on what runs tasks in this process. */
export function runnerTrainer(
  startRunner: (work: TrainerWork) => Runner<TrainTask, TrainedTrial[]>,
): StartTrainer {
  return (work) => {
    const { plan, jobs, store, listener } = work;
    const runner = startRunner(work);
    const places = new DatasetPool(datasetUses(plan, jobs), runner.width, work);
    const training = {
      ...work,
      runner,
      places,
      findCheckpoint: store.findCheckpoint.bind(store),
      onJobStart: listener.onJobStart?.bind(listener),
    };
    return Promise.resolve({
      width: runner.width,
      train: async (job, lane) => ({ endings: await trainHere(job, lane, training), slot: lane }),
      release: (job) => places.release(job),
      close: () => runner.close(),
    });
  };
}
