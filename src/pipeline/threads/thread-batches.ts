import type { Job } from "../../trials/job.ts";
import type { Batch } from "../trainer.ts";

/** Seconds of training in a batch, so that passing it to a thread costs little of its time. */
const SECONDS = 0.02;
/** So that no thread waits for another one's last batch, a sweep has at least so many for each. */
const BATCHES = 4;
/** So that one message stays small. */
const MOST_JOBS = 256;

/**
 * Puts jobs into batches for threads. A thread may have a small one ahead, which is claimed and waits while another one
 * trains; a large one takes the place of both.
 */
export function threadBatches(jobs: readonly Job[], threads: number): Batch[] {
  const total = jobs.reduce((sum, { typicalSeconds }) => sum + typicalSeconds, 0);
  return batchesOf(jobs, Math.min(SECONDS, total / (threads * BATCHES)));
}

/** Puts jobs that follow each other and train on the same data into batches. @param most Seconds of training in one. */
export function batchesOf(jobs: readonly Job[], most: number = SECONDS): Batch[] {
  const batches: { jobs: [Job, ...Job[]]; seconds: number }[] = [];
  for (const job of jobs) {
    const last = batches.at(-1);
    if (last && fits(job, last, most)) {
      last.jobs.push(job);
      last.seconds += job.typicalSeconds;
    } else batches.push({ jobs: [job], seconds: job.typicalSeconds });
  }
  return batches.map(({ jobs, seconds }) => ({ jobs, weight: seconds <= SECONDS ? 1 : 2 }));
}

function fits(
  job: Job,
  { jobs, seconds }: { jobs: [Job, ...Job[]]; seconds: number },
  most: number,
): boolean {
  const isSameData = job.trials[0].dataDigest === jobs[0].trials[0].dataDigest;
  return isSameData && jobs.length < MOST_JOBS && seconds + job.typicalSeconds <= most;
}
