import type { DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Region } from "../../kernels/kernel.ts";
import { linkedController } from "../../runners/linked-controller.ts";
import type { Runner, TaskOutcome } from "../../runners/runner.ts";
import type { TrialStore } from "../../store/trial-store.ts";
import type { Checkpoint } from "../../training/checkpoint.ts";
import { keepLabel } from "../../training/model-keeper.ts";
import type { TrainedTrial, TrainSettings } from "../../training/read-trials.ts";
import { splitJob, type Job, type JobPlan } from "../../trials/job.ts";
import { checkpointQuery } from "../checkpoint-query.ts";
import type { RunningJob } from "../listener.ts";
import type { Ending } from "../trainer.ts";
import { finishedEpochs, firstValue, startProgress } from "./batch-progress.ts";
import type { TrainedBatch, TrainTask } from "./train-batch.ts";

/** Where the data of jobs lie, with a region for each slot. */
export interface DataPlaces {
  /**
   * Returns the data set that jobs have in common and the region of a slot; undefined where they train on none.
   * @throws {GridientError} E_DATA, E_MEMORY.
   */
  acquire(jobs: readonly Job[], slot: number): Promise<{ data: DatasetMemory; region: Region } | undefined>;
  /** Gives a slot a new region: a thread that did not end by itself may still be writing to the old one. */
  renewRegion(job: Job, slot: number): Promise<void>;
}

/** What trains batches: worker threads, web workers, or this thread. */
export type TrainingRunner = Runner<TrainTask, TrainedBatch>;

/** What training in this process needs beside jobs. */
export interface LocalTraining {
  readonly runner: TrainingRunner;
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

/**
 * Trains jobs on one data set, one after the other, in a thread of this process. Trials that failed together are tried
 * one by one.
 */
export async function trainHere(
  jobs: readonly Job[],
  slot: number,
  training: LocalTraining,
): Promise<Ending[]> {
  const isAlone = jobs.length === 1 && jobs[0]!.trials.length === 1;
  const endings: Ending[] = [];
  for (const [job, together] of await attempt(jobs, slot, training)) {
    const singles = isAlone || together.every(isFinal) ? [] : splitJob(job, training.plan);
    if (singles.length === 0) endings.push(...together);
    for (const single of singles)
      endings.push(...[...(await attempt([single], slot, training)).values()].flat());
  }
  return endings;
}

function isFinal({ outcome: { status } }: Ending): boolean {
  return status !== "failed" && status !== "timeout";
}

/** Trains jobs once, each from the latest checkpoint that fits; where one is cancelled, the others begin again. */
async function attempt(
  jobs: readonly Job[],
  slot: number,
  training: LocalTraining,
): Promise<Map<Job, Ending[]>> {
  const { settings, places, signal } = training;
  const { controller, unlink } = linkedController(signal);
  const cancelled = new Set<Job>();
  const cancel = (job: Job): void => {
    cancelled.add(job);
    controller.abort();
  };
  try {
    const ended = await run(jobs, slot, training, { signal: controller.signal, cancel });
    if (ended.status === "done")
      return new Map(jobs.map((job, place) => [job, endingsOf(job, ended.result[place]!, settings)]));
    await places.renewRegion(jobs[0]!, slot);
    const isOver = cancelled.size === 0 || signal.aborted;
    const over = isOver ? jobs : jobs.filter((job) => cancelled.has(job));
    const others = isOver ? [] : jobs.filter((job) => !cancelled.has(job));
    const endings = new Map(over.map((job) => [job, endingsOf(job, ended, settings)]));
    return others.length === 0 ? endings : new Map([...endings, ...(await attempt(others, slot, training))]);
  } finally {
    unlink();
  }
}

async function run(
  jobs: readonly Job[],
  slot: number,
  training: LocalTraining,
  { signal, cancel }: { signal: AbortSignal; cancel: (job: Job) => void },
): Promise<TaskOutcome<TrainedBatch>> {
  const { runner, places, settings, returnModel = false, timeout } = training;
  const from = await Promise.all(jobs.map((job) => checkpointOf(job, training)));
  const progress = startProgress(
    jobs,
    from.map((checkpoint) => checkpoint?.epoch ?? 0),
  );
  const where = await places.acquire(jobs, slot);
  for (const [place, job] of jobs.entries()) {
    const first = firstValue(jobs, place);
    training.onJobStart?.(job, slot, {
      together: jobs,
      epochs: () => finishedEpochs(progress, place),
      values: progress.values.subarray(first, first + job.epochs + 1),
      cancel: () => cancel(job),
    });
  }
  const task = { jobs, from, settings: { ...settings, returnModel }, ...where, progress };
  return runner.run(task, { timeout, signal });
}

async function checkpointOf(
  job: Job,
  { plan, settings, findCheckpoint }: LocalTraining,
): Promise<Checkpoint | undefined> {
  const query = checkpointQuery(job, plan, settings.keep);
  return query && findCheckpoint(job.trials[0].prefixId, query);
}

function endingsOf({ trials }: Job, ended: TaskOutcome<TrainedTrial[]>, settings: TrainSettings): Ending[] {
  if (ended.status !== "done") {
    const { status, failure } = ended;
    return trials.map((trial) => ({ trial, outcome: { status, failure } }));
  }
  const kept = keepLabel(settings.keep, settings.objective);
  const { prefixId } = trials[0];
  return trials.map((trial, i) => {
    const { record, models, model } = ended.result[i]!;
    const stored = { record, models, kept, prefixId };
    return { trial, outcome: record, record: stored, ...(model && { model }) };
  });
}
