import { availableParallelism } from "node:os";
import { inlineRunner } from "../../runners/inline-runner.ts";
import type { Job } from "../../trials/job.ts";
import type { StartTrainer, TrainerWork } from "../trainer.ts";
import { DatasetPool } from "../data/dataset-pool.ts";
import { datasetUses } from "../data/dataset-uses.ts";
import { Slots } from "../../runners/slots.ts";
import { threadBatches } from "./thread-batches.ts";
import { trainBatch } from "./train-batch.ts";
import { trainHere } from "./train-here.ts";
import { trainingThreads, type SharedThreads, type TrainingRunner } from "./training-threads.ts";

/** Which threads of this process train. */
export interface ThreadOptions {
  /** How many; absent = what the experiment says, else one for each core. */
  readonly workers?: number | undefined;
  /** Trains in this thread instead: `workers` and `run.timeout` then mean nothing. */
  readonly inline?: boolean | undefined;
  /** Where threads come from that outlive the trainer; absent = from nowhere, they are its own. */
  readonly threads?: SharedThreads | undefined;
}

/** Returns a trainer in worker threads, at most one a trial, or in this one. */
export function threadTrainer({ workers, inline = false, threads }: ThreadOptions): StartTrainer {
  return runnerTrainer(async ({ plan, jobs }) => {
    if (inline) return inlineRunner(trainBatch);
    const width = Math.min(workers ?? plan.experiment.run.workers ?? availableParallelism(), trialsOf(jobs));
    return threads ? threads.take(width) : trainingThreads(width);
  });
}

function trialsOf(jobs: readonly Job[]): number {
  return jobs.reduce((sum, { trials }) => sum + trials.length, 0);
}

/** Returns a trainer on what runs tasks in this process. */
export function runnerTrainer(startRunner: (work: TrainerWork) => Promise<TrainingRunner>): StartTrainer {
  return async (work) => {
    const { plan, jobs, store, listener } = work;
    const runner = await startRunner(work);
    const places = new DatasetPool(datasetUses(plan, jobs), runner.width, work);
    places.prepare(jobs[0]!); // while threads start, and jobs are claimed
    const slots = new Slots(runner.width);
    const training = {
      ...work,
      runner,
      places,
      findCheckpoint: store.findCheckpoint.bind(store),
      onJobStart: listener.onJobStart?.bind(listener),
    };
    return {
      width: 2 * runner.width,
      batches: (wanted) => threadBatches(wanted, runner.width),
      train: (batch) =>
        slots.use(async (slot) => ({ endings: await trainHere(batch, slot, training), slot })),
      release: (job) => places.release(job),
      close: () => runner.close(),
    };
  };
}
