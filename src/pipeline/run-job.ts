import type { LoadContext } from "../data/source.ts";
import type { BackgroundTasks } from "../runners/background-tasks.ts";
import type { Runner } from "../runners/runner.ts";
import type { NewRecord } from "../store/stored-record.ts";
import type { TrialStore } from "../store/trial-store.ts";
import { keepLabel } from "../training/model-keeper.ts";
import type { Outcome } from "../training/outcome.ts";
import type { TrainedTrial, TrainSettings } from "../training/read-trials.ts";
import { makeJobs, splitJob, type Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";
import { checkpointWish } from "./checkpoint-wish.ts";
import type { DatasetPool } from "./dataset-pool.ts";
import { finishedEpochs, startProgress } from "./job-progress.ts";
import type { SweepListener } from "./listener.ts";
import { storedOutcome } from "./stored-outcomes.ts";
import type { TrainTask } from "./train-job.ts";

/** What training needs besides the plan. */
export interface TrainingContext {
  readonly runner: Runner<TrainTask, TrainedTrial[]>;
  readonly store: TrialStore;
  readonly load: LoadContext;
  readonly settings: TrainSettings;
  /** Seconds that one trial may take; absent = no limit. */
  readonly timeout: number | undefined;
  readonly signal: AbortSignal;
  readonly listener: SweepListener;
}

/** A sweep under way. */
export interface TrainingRun extends TrainingContext {
  readonly plan: Plan;
  readonly pool: DatasetPool;
  readonly writes: BackgroundTasks;
  /** How trials ended, by id: grows. */
  readonly outcomes: Map<string, Outcome>;
}

/** How one trial ended, with the record to store if it left one. */
interface Ending {
  readonly trial: Trial;
  readonly outcome: Outcome;
  readonly record?: NewRecord;
}

/**
 * Runs a job, unless another process has claimed it: then nothing happens, and false is returned. What another
 * process has stored meanwhile is not trained again. Records go to the store while the next job trains; then the
 * claim is given back.
 */
export async function runJob(job: Job, slot: number, run: TrainingRun): Promise<boolean> {
  const { store, pool, writes, outcomes, listener } = run;
  const { prefixId, dataDigest } = job.trials[0];
  if (!(await store.claim(prefixId))) return false;
  const left = await withoutStored(job, run);
  const endings = left ? await train(left, slot, run) : [];
  pool.release(dataDigest);
  await writes.start(async () => {
    for (const { record } of endings) if (record) await store.write(record);
    await store.release(prefixId);
  });
  for (const { trial, outcome } of endings) {
    outcomes.set(trial.id, outcome);
    listener.onTrialEnd?.(trial, outcome, slot);
  }
  return true;
}

/** Returns what is left of a job beside the records that are there by now; undefined if that is nothing. */
async function withoutStored(job: Job, run: TrainingRun): Promise<Job | undefined> {
  const missing: Trial[] = [];
  for (const trial of job.trials) {
    const record = await storedOutcome(trial, run.plan, run.store);
    if (!record) {
      missing.push(trial);
      continue;
    }
    run.outcomes.set(trial.id, record);
    run.listener.onTrialFound?.(trial, record, job);
  }
  return makeJobs(missing, run.plan)[0];
}

/** Trains a job; trials that failed together are tried one by one. */
async function train(job: Job, slot: number, run: TrainingRun): Promise<Ending[]> {
  const together = await attempt(job, slot, run);
  const failed = together.some(({ outcome: { status } }) => status === "failed" || status === "timeout");
  if (!failed || together.length === 1) return together;
  const endings: Ending[] = [];
  for (const single of splitJob(job, run.plan)) endings.push(...(await attempt(single, slot, run)));
  return endings;
}

/** Trains a job once, from the latest checkpoint that fits. */
async function attempt(job: Job, slot: number, run: TrainingRun): Promise<Ending[]> {
  const { runner, settings, timeout, signal, store, pool, listener } = run;
  const { dataDigest, prefixId } = job.trials[0];
  const wish = checkpointWish(job, run.plan, settings.keep);
  const from = wish && (await store.findCheckpoint(prefixId, wish));
  const progress = startProgress(job.epochs, from?.epoch ?? 0);
  const stop = new AbortController();
  const place = await pool.acquire(dataDigest, slot);
  listener.onJobStart?.(job, slot, {
    epochs: () => finishedEpochs(progress),
    values: progress.values,
    cancel: () => stop.abort(),
  });
  const task = { job, settings, ...place, progress, ...(from && { from }) };
  const ended = await runner.run(task, { timeout, signal: AbortSignal.any([signal, stop.signal]) });
  if (ended.status !== "done") {
    await pool.renewRegion(dataDigest, slot);
    const { status, failure } = ended;
    return job.trials.map((trial) => ({ trial, outcome: { status, failure } }));
  }
  const kept = keepLabel(settings.keep, settings.objective);
  return job.trials.map((trial, i) => {
    const trained = ended.result[i]!;
    return { trial, outcome: trained.record, record: { ...trained, kept, prefixId } };
  });
}
