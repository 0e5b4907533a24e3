import { setTimeout } from "node:timers/promises";
import { BackgroundTasks } from "../runners/background-tasks.ts";
import { runTasks } from "../runners/run-tasks.ts";
import type { Outcome } from "../training/outcome.ts";
import { makeJobs, type Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";
import { DatasetPool } from "./dataset-pool.ts";
import { datasetUses } from "./dataset-uses.ts";
import { runJob, type TrainingContext } from "./run-job.ts";

/** Jobs whose records are being written while others train: flushing one takes as long as training a tiny trial. */
const WRITES = 16;
/** Before asking again for a job that another process has claimed. */
const PAUSE_MILLISECONDS = 250;

/**
 * Trains the given trials of a plan, storing each record as it comes; returns how every one of them ended. Those
 * that another process is training come last: their records are waited for, and taken over if that process dies.
 */
export async function trainMissing(
  plan: Plan,
  missing: readonly Trial[],
  context: TrainingContext,
): Promise<Map<string, Outcome>> {
  const { runner, signal, listener } = context;
  const jobs = makeJobs(missing, plan);
  listener.onWork?.(jobs);
  const pool = new DatasetPool(datasetUses(plan, jobs), runner.width, context.load);
  const writes = new BackgroundTasks(WRITES);
  const outcomes = new Map<string, Outcome>();
  const run = { ...context, plan, pool, writes, outcomes };
  const busy: Job[] = [];
  try {
    await runTasks(jobs, runner.width, async (job, slot) => {
      if (!signal.aborted && !(await runJob(job, slot, run))) busy.push(job);
    });
    if (busy.length > 0) listener.onWait?.(busy);
    await runTasks(busy, runner.width, async (job, slot) => {
      while (!signal.aborted && !(await runJob(job, slot, run)))
        await setTimeout(PAUSE_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    });
  } finally {
    await writes.finish();
  }
  return outcomes;
}
