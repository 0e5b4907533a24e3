import type { DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Region } from "../../kernels/kernel.ts";
import type { Runner } from "../../runners/runner.ts";
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
  const { runner, places, settings, timeout, signal } = training;
  const { prefixId } = job.trials[0];
  const wish = checkpointWish(job, training.plan, settings.keep);
  const from = wish && (await training.findCheckpoint(prefixId, wish));
  const progress = startProgress(job.epochs, from?.epoch ?? 0);
  const stop = new AbortController();
  const place = await places.acquire(job, slot);
  training.onJobStart?.(job, slot, {
    epochs: () => finishedEpochs(progress),
    values: progress.values,
    cancel: () => stop.abort(),
  });
  const task = { job, settings, ...place, progress, ...(from && { from }) };
  const ended = await runner.run(task, { timeout, signal: AbortSignal.any([signal, stop.signal]) });
  if (ended.status !== "done") {
    await places.renewRegion(job, slot);
    const { status, failure } = ended;
    return job.trials.map((trial) => ({ trial, outcome: { status, failure } }));
  }
  const kept = keepLabel(settings.keep, settings.objective);
  return job.trials.map((trial, i) => {
    const trained = ended.result[i]!;
    return { trial, outcome: trained.record, record: { ...trained, kept, prefixId } };
  });
}
