import type { BackgroundTasks } from "../runners/background-tasks.ts";
import type { TrialStore } from "../store/trial-store.ts";
import { isRecord, sharedRecord, type Outcome } from "../training/outcome.ts";
import { makeJobs, type Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";
import type { LeadingModels } from "./models/leading-models.ts";
import type { SweepListener } from "./listener.ts";
import { storedOutcome } from "./stored-outcomes.ts";
import type { Trained, Trainer } from "./trainer.ts";

/** A sweep under way. */
export interface TrainingRun {
  readonly plan: Plan;
  readonly trainer: Trainer;
  readonly store: TrialStore;
  readonly signal: AbortSignal;
  readonly listener: SweepListener;
  readonly leading?: LeadingModels | undefined;
  /** Called when all batches have begun. */
  readonly onLast?: (() => void) | undefined;
  readonly writes: BackgroundTasks;
  /** How trials ended, by id: grows. */
  readonly outcomes: Map<string, Outcome>;
}

/**
 * Trains the jobs of a batch, except those that another process has claimed, which are returned. Trials that another
 * process has stored meanwhile are not trained again. Records go to the store while the next batch trains; then the claims are
 * given back.
 */
export async function runBatch(jobs: readonly Job[], run: TrainingRun): Promise<Job[]> {
  const { store, trainer, listener } = run;
  const isOurs = await Promise.all(jobs.map(({ trials: [{ prefixId }] }) => store.claim(prefixId)));
  const claimed = jobs.filter((_, i) => isOurs[i]);
  const [first, ...others] = await withoutStored(claimed, run);
  const trained: Trained = first ? await trainer.train([first, ...others]) : { endings: [], slot: -1 };
  for (const job of claimed) trainer.release(job);
  await keep(claimed, trained, run);
  for (const { trial, outcome, model } of trained.endings) {
    run.leading?.note(trial, outcome, model);
    run.outcomes.set(trial.id, isRecord(outcome) ? sharedRecord(outcome, trial) : outcome);
    listener.onTrialEnd?.(trial, outcome, trained.slot);
  }
  return jobs.filter((_, i) => !isOurs[i]);
}

/** Begins to store records, as soon as not too many others are being stored. */
function keep(jobs: readonly Job[], { endings, onStored }: Trained, run: TrainingRun): Promise<void> {
  const { store, writes } = run;
  return writes.start(async () => {
    await Promise.all(endings.flatMap(({ record }) => (record ? [store.write(record)] : [])));
    onStored?.();
    await Promise.all(jobs.map(({ trials: [{ prefixId }] }) => store.release(prefixId)));
  });
}

/** Returns the jobs whose records do not exist yet. */
async function withoutStored(jobs: readonly Job[], run: TrainingRun): Promise<Job[]> {
  const left: Job[] = [];
  for (const job of jobs) {
    const missing: Trial[] = [];
    for (const trial of job.trials) if (!(await isStored(trial, job, run))) missing.push(trial);
    left.push(...(missing.length === job.trials.length ? [job] : makeJobs(missing, run.plan)));
  }
  return left;
}

/** Whether another process has stored a trial meanwhile; notes its record. */
async function isStored(trial: Trial, job: Job, run: TrainingRun): Promise<boolean> {
  const record = await storedOutcome(trial, run.plan, run.store);
  if (!record) return false;
  run.outcomes.set(trial.id, record);
  run.leading?.note(trial, record);
  run.listener.onTrialFound?.(trial, record, job);
  return true;
}
