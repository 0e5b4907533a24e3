import type { DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Region } from "../../kernels/kernel.ts";
import { linkedController } from "../../runners/linked-controller.ts";
import type { Runner, TaskOutcome } from "../../runners/runner.ts";
import type { TrialStore } from "../../store/trial-store.ts";
import { keepLabel } from "../../training/model-keeper.ts";
import type { TrainedTrial, TrainSettings } from "../../training/read-trials.ts";
import { splitJob, type Job, type JobPlan } from "../../trials/job.ts";
import { finishedEpochs, startProgress } from "./job-progress.ts";
import type { RunningJob } from "../listener.ts";
import { checkpointWish } from "../checkpoint-wish.ts";
import type { TrainTask } from "./train-job.ts";
import type { Ending } from "../trainer.ts";

/** Where the data of jobs lie, with a region for each slot. */
export interface DataPlaces {
  /** Returns a job's data set and the region of a slot; undefined where it trains on none. @throws {GridientError} E_DATA, E_MEMORY. */
  acquire(job: Job, slot: number): Promise<{ data: DatasetMemory; region: Region } | undefined>;
  /** Gives a slot a new region: a thread that did not end by itself may still be writing to the old one. */
  renewRegion(job: Job, slot: number): Promise<void>;
}

/** What training in this process needs beside a job. */
export interface LocalTraining {
  readonly runner: Runner<TrainTask, TrainedTrial[]>;
  readonly places: DataPlaces;
  readonly plan: JobPlan;
  readonly settings: TrainSettings;
  readonly returnModel?: boolean | undefined;
  /** Seconds that one trial may take; absent = no limit. */
  readonly timeout: number | undefined;
  readonly signal: AbortSignal;
  readonly findCheckpoint: TrialStore["findCheckpoint"];
  readonly onJobStart?: ((job: Job, slot: number, running: RunningJob) => void) | undefined;
}

/** Trains a job in a thread of this process; trials that failed together are tried one by one. */
export async function trainHere(job: Job, slot: number, training: LocalTraining): Promise<Ending[]> {
  const together = await attempt(job, slot, training);
  const failed = together.some(({ outcome: { status } }) => status === "failed" || status === "timeout");
  if (!failed || together.length === 1) return together;
  const endings: Ending[] = [];
  for (const single of splitJob(job, training.plan)) endings.push(...(await attempt(single, slot, training)));
  return endings;
}

/** Trains a job once, from the latest checkpoint that fits. */
async function attempt(job: Job, slot: number, training: LocalTraining): Promise<Ending[]> {
  const { controller, unlink } = linkedController(training.signal);
  try {
    const ended = await run(job, slot, training, controller);
    if (ended.status === "done") return endingsOf(job, ended.result, training.settings);
    await training.places.renewRegion(job, slot);
    const { status, failure } = ended;
    return job.trials.map((trial) => ({ trial, outcome: { status, failure } }));
  } finally {
    unlink();
  }
}

async function run(
  job: Job,
  slot: number,
  { runner, places, plan, settings, returnModel = false, timeout, findCheckpoint, onJobStart }: LocalTraining,
  controller: AbortController,
): Promise<TaskOutcome<TrainedTrial[]>> {
  const wish = checkpointWish(job, plan, settings.keep);
  const from = wish && (await findCheckpoint(job.trials[0].prefixId, wish));
  const progress = startProgress(job.epochs, from?.epoch ?? 0);
  const place = await places.acquire(job, slot);
  onJobStart?.(job, slot, {
    epochs: () => finishedEpochs(progress),
    values: progress.values,
    cancel: () => controller.abort(),
  });
  const task = { job, settings: { ...settings, returnModel }, ...place, progress, ...(from && { from }) };
  return runner.run(task, { timeout, signal: controller.signal });
}

function endingsOf({ trials }: Job, trained: readonly TrainedTrial[], settings: TrainSettings): Ending[] {
  const kept = keepLabel(settings.keep, settings.objective);
  const { prefixId } = trials[0];
  return trials.map((trial, i) => {
    const { record, models, model } = trained[i]!;
    const stored = { record, models, kept, prefixId };
    return { trial, outcome: record, record: stored, ...(model && { model }) };
  });
}
