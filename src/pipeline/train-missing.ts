import type { LoadContext } from "../data/source.ts";
import { BackgroundTasks } from "../runners/background-tasks.ts";
import type { Runner } from "../runners/runner.ts";
import { runTasks } from "../runners/run-tasks.ts";
import type { RecordStore } from "../store/record-store.ts";
import { keepLabel } from "../training/model-keeper.ts";
import type { Outcome } from "../training/outcome.ts";
import type { TrainedTrial, TrainSettings } from "../training/train-trials.ts";
import { makeJobs, splitJob, type Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";
import { DatasetPool } from "./dataset-pool.ts";
import { datasetUses } from "./dataset-uses.ts";
import type { SweepListener } from "./listener.ts";
import type { TrainTask } from "./train-job.ts";

/** Jobs whose records are being written while others train: flushing one takes as long as training a tiny trial. */
const WRITES = 16;

/** What training needs besides the plan. */
export interface TrainingContext {
  readonly runner: Runner<TrainTask, TrainedTrial[]>;
  readonly store: Pick<RecordStore, "write">;
  readonly load: LoadContext;
  readonly settings: TrainSettings;
  /** Seconds that one trial may take; absent = no limit. */
  readonly timeout: number | undefined;
  readonly signal: AbortSignal;
  readonly listener: SweepListener;
}

/** Trains the given trials of a plan, storing each record as it comes; returns how every one of them ended. */
export async function trainMissing(
  plan: Plan,
  missing: readonly Trial[],
  context: TrainingContext,
): Promise<Map<string, Outcome>> {
  const { runner, signal, listener } = context;
  const jobs = makeJobs(missing, plan);
  listener.onWork?.(jobs.reduce((sum, { typicalSeconds }) => sum + typicalSeconds, 0));
  const pool = new DatasetPool(datasetUses(plan, jobs), runner.width, context.load);
  const writes = new BackgroundTasks(WRITES);
  const outcomes = new Map<string, Outcome>();
  try {
    await runTasks(jobs, runner.width, async (job, slot) => {
      if (signal.aborted) return;
      for (const [trial, outcome] of await runJob(job, { slot, plan, pool, writes, context })) {
        outcomes.set(trial.id, outcome);
        listener.onTrialEnd?.(trial, outcome, slot);
      }
    });
  } finally {
    await writes.finish();
  }
  return outcomes;
}

/** Where a job runs. */
interface JobPlace {
  readonly slot: number;
  readonly plan: Plan;
  readonly pool: DatasetPool;
  readonly writes: BackgroundTasks;
  readonly context: TrainingContext;
}

/** Runs a job; trials that failed together are tried one by one. Pairs every trial with its outcome. */
async function runJob(job: Job, place: JobPlace): Promise<[Trial, Outcome][]> {
  const { dataDigest } = job.trials[0];
  let ended = await attempt(job, place);
  if (ended.length > 1 && ended.some(([, { status }]) => status === "failed" || status === "timeout")) {
    ended = [];
    for (const single of splitJob(job, place.plan)) ended.push(...(await attempt(single, place)));
  }
  place.pool.release(dataDigest);
  return ended;
}

/** Runs a job once; if it is done, its records go to the store meanwhile. */
async function attempt(job: Job, { slot, pool, writes, context }: JobPlace): Promise<[Trial, Outcome][]> {
  const { runner, settings, timeout, signal, store, listener } = context;
  const { dataDigest } = job.trials[0];
  const epochs = new Int32Array(new SharedArrayBuffer(4));
  const place = await pool.acquire(dataDigest, slot);
  listener.onJobStart?.(job, slot, () => Atomics.load(epochs, 0));
  const ended = await runner.run({ job, settings, ...place, epochs }, { timeout, signal });
  if (ended.status !== "done") {
    await pool.renewRegion(dataDigest, slot);
    const { status, failure } = ended;
    return job.trials.map((trial) => [trial, { status, failure }]);
  }
  const kept = keepLabel(settings.keep, settings.objective);
  await writes.start(async () => {
    for (const { record, models } of ended.result) await store.write({ record, models, kept });
  });
  return job.trials.map((trial, i) => [trial, ended.result[i]!.record]);
}
