import { hash } from "node:crypto";
import type { TrainSettings } from "../training/read-trials.ts";
import type { Job } from "../trials/job.ts";
import { factsOf, type Plan } from "../trials/plan.ts";
import type { BatchMessage, JobMessage } from "./messages.ts";
import { VERSIONS } from "./names.ts";
import { networkOfTrial } from "./trained-network.ts";

/** Jobs that go to a worker together. */
export interface Batch {
  readonly jobs: readonly Job[];
  readonly typicalSeconds: number;
}

/** Seconds of training a batch comes to at most, unless one job takes longer: then waiting for Redis costs little of it. */
const MOST_SECONDS = 0.25;
/** And at least, where there are enough jobs. */
const LEAST_SECONDS = 0.02;
/** Batches that a sweep has at least, where there are enough jobs: with fewer, the last worker would be waited for. */
const BATCHES = 250;
/** So that one report stays small. */
const MOST_JOBS = 256;

/**
 * Puts jobs into batches, in their order. The same jobs of the same plan always come to the same batches.
 */
export function batchJobs(jobs: readonly Job[]): Batch[] {
  const total = jobs.reduce((sum, { typicalSeconds }) => sum + typicalSeconds, 0);
  const most = Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, total / BATCHES));
  const batches: { jobs: Job[]; typicalSeconds: number }[] = [];
  for (const job of jobs) {
    const last = batches.at(-1);
    const isFull = !last || last.jobs.length >= MOST_JOBS || last.typicalSeconds + job.typicalSeconds > most;
    if (isFull) batches.push({ jobs: [job], typicalSeconds: job.typicalSeconds });
    else {
      last.jobs.push(job);
      last.typicalSeconds += job.typicalSeconds;
    }
  }
  return batches;
}

/** Names a batch of a sweep after the trials in it, so that it is in the queue once, whoever puts it there. */
export function batchId(sweep: string, jobs: readonly Job[]): string {
  const ids = jobs.flatMap(({ trials }) => trials.map(({ id }) => id));
  return `${sweep}-${hash("sha256", ids.join()).slice(0, 32)}`;
}

/** What all batches of a sweep have in common. */
export interface BatchContext {
  readonly plan: Plan;
  readonly settings: TrainSettings;
  readonly timeout: number | undefined;
}

/** Returns a batch as it lies in the queue. */
export function batchMessage(
  sweep: string,
  jobs: readonly Job[],
  { plan, settings, timeout }: BatchContext,
): BatchMessage {
  const data = jobs.map(({ trials: [trial] }) => [trial.dataDigest, factsOf(trial, plan)] as const);
  return {
    kind: "batch",
    ...VERSIONS,
    sweep,
    settings,
    ...(timeout !== undefined && { timeout }),
    data: Object.fromEntries(data),
    jobs: jobs.map(jobMessage),
  };
}

function jobMessage({ trials }: Job): JobMessage {
  const [first] = trials;
  const { replicate, baseSeed, dataDigest } = first;
  return {
    epochs: trials.map((trial) => networkOfTrial(trial).epochs),
    ids: trials.map(({ id }) => id),
    configuration: networkOfTrial(first),
    replicate,
    baseSeed,
    dataDigest,
  };
}
