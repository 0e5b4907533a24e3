import { availableParallelism } from "node:os";
import { inlineRunner } from "../../runners/inline-runner.ts";
import type { Runner } from "../../runners/runner.ts";
import { DatasetPool } from "./dataset-pool.ts";
import { datasetUses } from "./dataset-uses.ts";
import { trainHere } from "./train-here.ts";
import { Slots } from "./slots.ts";
import { threadBatches } from "./thread-batches.ts";
import { trainBatch, type TrainedBatch, type TrainTask } from "./train-batch.ts";
import type { StartTrainer, TrainerWork } from "../trainer.ts";
import { trainingThreads } from "./training-threads.ts";

/** Returns a trainer in worker threads, at most one a trial, or in this one. */
export function threadTrainer(workers: number | undefined, inline = false): StartTrainer {
  return runnerTrainer(({ plan, jobs }) => {
    const trials = jobs.reduce((sum, job) => sum + job.trials.length, 0);
    const threads = Math.min(workers ?? plan.experiment.run.workers ?? availableParallelism(), trials);
    return inline ? inlineRunner(trainBatch) : trainingThreads(threads);
  });
}

/** Returns a trainer on what runs tasks in this process. */
export function runnerTrainer(
  startRunner: (work: TrainerWork) => Runner<TrainTask, TrainedBatch>,
): StartTrainer {
  return (work) => {
    const { plan, jobs, store, listener } = work;
    const runner = startRunner(work);
    const places = new DatasetPool(datasetUses(plan, jobs), runner.width, work);
    const slots = new Slots(runner.width);
    const training = {
      ...work,
      runner,
      places,
      findCheckpoint: store.findCheckpoint.bind(store),
      onJobStart: listener.onJobStart?.bind(listener),
    };
    return Promise.resolve({
      width: 2 * runner.width,
      batches: (wanted) => threadBatches(wanted, runner.width),
      train: (batch) =>
        slots.use(async (slot) => ({ endings: await trainHere(batch, slot, training), slot })),
      release: (job) => places.release(job),
      close: () => runner.close(),
    });
  };
}
