import type { BackgroundTasks } from "../runners/background-tasks.ts";
import type { TrialStore } from "../store/trial-store.ts";
import { isRecord, sharedRecord, type Outcome } from "../training/outcome.ts";
import { makeJobs, type Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";
import type { LeadingModels } from "./leading-models.ts";
import type { SweepListener } from "./listener.ts";
import { storedOutcome } from "./stored-outcomes.ts";
import type { TrainedJob, Trainer } from "./trainer.ts";

/** A sweep under way. */
export interface TrainingRun {
  readonly plan: Plan;
  readonly trainer: Trainer;
  readonly store: TrialStore;
  readonly signal: AbortSignal;
  readonly listener: SweepListener;
  readonly leading?: LeadingModels | undefined;
  readonly writes: BackgroundTasks;
  /** How trials ended, by id: grows. */
  readonly outcomes: Map<string, Outcome>;
}

/**
 * Runs a job, unless another process has claimed it: then nothing happens, and false is returned. What another
 * process has stored meanwhile is not trained again. Records go to the store while the next job trains; then the
 * claim is given back.
 */
export async function runJob(job: Job, lane: number, run: TrainingRun): Promise<boolean> {
  const { store, trainer, writes, outcomes, listener } = run;
  const { prefixId } = job.trials[0];
  if (!(await store.claim(prefixId))) return false;
  const left = await withoutStored(job, run);
  const { endings, slot, onStored }: TrainedJob = left
    ? await trainer.train(left, lane)
    : { endings: [], slot: lane };
  trainer.release(job);
  await writes.start(async () => {
    for (const { record } of endings) if (record) await store.write(record);
    onStored?.();
    await store.release(prefixId);
  });
  for (const { trial, outcome, model } of endings) {
    run.leading?.note(trial, outcome, model);
    outcomes.set(trial.id, isRecord(outcome) ? sharedRecord(outcome, trial) : outcome);
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
    run.leading?.note(trial, record);
    run.listener.onTrialFound?.(trial, record, job);
  }
  return makeJobs(missing, run.plan)[0];
}
