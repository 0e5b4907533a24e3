import { BackgroundTasks } from "../runners/background-tasks.ts";
import type { Outcome } from "../training/outcome.ts";
import type { Job } from "../trials/job.ts";
import { runBatch, type TrainingRun } from "./run-batch.ts";

/** Batches whose records are being written while others train: flushing takes as long as training a tiny trial. */
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
  const { signal, listener } = context;
  const writes = new BackgroundTasks(WRITES);
  const outcomes = new Map<string, Outcome>();
  const run = { ...context, writes, outcomes };
  const busy: Job[] = [];
  listener.onWork?.(jobs);
  try {
    await trainAll(jobs, run, async (batch) => void busy.push(...(await runBatch(batch, run))));
    if (busy.length === 0) return outcomes;
    listener.onWait?.(busy);
    await trainAll(busy, run, async (batch) => {
      let left: readonly Job[] = batch;
      while ((left = await runBatch(left, run)).length > 0 && !signal.aborted) await pause(signal);
    });
  } finally {
    await writes.finish();
  }
  return outcomes;
}

/** Waits a moment, or until the user stops it. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", over);
      resolve();
    };
    const timer = setTimeout(over, PAUSE_MILLISECONDS);
    signal.addEventListener("abort", over);
  });
}

/** Works on the batches of jobs, as many at a time as the trainer allows, until the user stops it. */
async function trainAll(
  jobs: readonly Job[],
  { trainer, signal, onLast }: TrainingRun,
  work: (jobs: readonly Job[]) => Promise<void>,
): Promise<void> {
  const training = new BackgroundTasks(trainer.width);
  try {
    for (const { jobs: batch, weight } of trainer.batches(jobs)) {
      if (signal.aborted) break;
      await training.start(async () => {
        if (!signal.aborted) await work(batch);
      }, weight);
    }
    onLast?.();
  } finally {
    await training.finish();
  }
}
