import { Slots } from "../../runners/slots.ts";
import { DatasetPool } from "../data/dataset-pool.ts";
import { datasetUses } from "../data/dataset-uses.ts";
import type { Job } from "../../trials/job.ts";
import type { StartTrainer, TrainerWork } from "../trainer.ts";
import { threadBatches } from "./thread-batches.ts";
import { trainHere, type TrainingRunner } from "./train-here.ts";

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

/** Returns how many trials jobs have: more workers than that would have nothing to do. */
export function trialsOf(jobs: readonly Job[]): number {
  return jobs.reduce((sum, { trials }) => sum + trials.length, 0);
}
