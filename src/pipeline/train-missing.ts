import { setTimeout } from "node:timers/promises";
import { BackgroundTasks } from "../runners/background-tasks.ts";
import { runTasks } from "../runners/run-tasks.ts";
import type { Outcome } from "../training/outcome.ts";
import type { Job } from "../trials/job.ts";
import { runJob, type TrainingRun } from "./run-job.ts";

/** Jobs whose records are being written while others train: flushing one takes as long as training a tiny trial. */
const WRITES = 16;
/** Before asking again for a job that another process has claimed. */
const PAUSE_MILLISECONDS = 250;

/**
 * Trains jobs, storing each record as it comes; returns how every trial of them ended. Those that another process is
 * training come last: their records are waited for, and taken over if that process dies.
 */
export async function trainMissing(
  jobs: readonly Job[],
  context: Omit<TrainingRun, "writes" | "outcomes">,
): Promise<Map<string, Outcome>> {
  const { trainer, signal, listener } = context;
  const writes = new BackgroundTasks(WRITES);
  const outcomes = new Map<string, Outcome>();
  const run = { ...context, writes, outcomes };
  const busy: Job[] = [];
  const width = Math.min(trainer.width, jobs.length);
  listener.onWork?.(jobs);
  try {
    await runTasks(jobs, width, async (job, lane) => {
      if (!signal.aborted && !(await runJob(job, lane, run))) busy.push(job);
    });
    if (busy.length > 0) listener.onWait?.(busy);
    await runTasks(busy, width, async (job, lane) => {
      while (!signal.aborted && !(await runJob(job, lane, run)))
        await setTimeout(PAUSE_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    });
  } finally {
    await writes.finish();
  }
  return outcomes;
}
