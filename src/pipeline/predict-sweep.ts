import { align } from "../kernels/dataset-memory.ts";
import { makeJobs, type Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import { workSeconds, type Rates } from "../trials/rates.ts";
import type { Trial } from "../trials/trial.ts";
import type { DatasetUse } from "./dataset-pool.ts";
import { datasetUses } from "./dataset-uses.ts";

/** Bytes of a process that trains nothing, of each thread, and of each row of the tables, one an epoch. */
const PROCESS_BYTES = 100e6;
const THREAD_BYTES = 11e6;
const ROW_BYTES = 250;
/** An image lies in shared memory as bytes, and once more without its zeros. */
const IMAGE_COPIES = 1.62;

/** What training some trials of a plan will take. */
export interface Prediction {
  /** Trainings: trials that differ in `epochs` alone share one. */
  readonly jobs: number;
  /** Wall time of the sweep, from start to tables. */
  readonly seconds: number;
  /** Largest resident size of the process. */
  readonly peakBytes: number;
}

/** Predicts what a sweep takes that trains these trials of a plan, each data set loaded once, jobs longest first. */
export function predictSweep(
  plan: Plan,
  trials: readonly Trial[],
  { workers, rates }: { workers: number; rates: Rates },
): Prediction {
  const jobs = makeJobs(trials, plan);
  const uses = [...datasetUses(plan, jobs).values()];
  const loading = uses.reduce((sum, use) => sum + loadSeconds(use, rates), 0);
  const threads = Math.min(workers, trials.length);
  const seconds = rates.sweep + loading + longestThread(jobs, threads, rates);
  return { jobs: jobs.length, seconds, peakBytes: peakBytes(plan, uses, threads) };
}

function loadSeconds({ options, facts }: DatasetUse, { load }: Rates): number {
  const { train, validation, test } = facts.sizes;
  return (train + validation + test) * (load[options.name] ?? 0);
}

/** Returns the seconds of the thread that ends last, each job going to the first one that is free. */
function longestThread(jobs: readonly Job[], threads: number, rates: Rates): number {
  const busy = Array.from({ length: threads }, () => 0);
  for (const { work, trials } of jobs) {
    const first = busy.indexOf(Math.min(...busy));
    busy[first]! += workSeconds(work, rates) + rates.trial * trials.length;
  }
  return Math.max(0, ...busy);
}

/** Every data set at once, each also as it was loaded. */
function peakBytes({ trials }: Plan, uses: readonly DatasetUse[], threads: number): number {
  const data = uses.reduce((sum, { facts, regionBytes }) => {
    const { features, image, sizes } = facts;
    const examples = sizes.train + sizes.validation + sizes.test;
    const inputs = examples * features * (image ? 1 : 4);
    const shared = inputs * (image ? IMAGE_COPIES : 1);
    return sum + shared + 2 * inputs + align(regionBytes) * threads;
  }, 0);
  const rows = trials.reduce((sum, { configuration }) => sum + configuration.epochs + 1, 0);
  return PROCESS_BYTES + THREAD_BYTES * threads + data + rows * ROW_BYTES;
}
