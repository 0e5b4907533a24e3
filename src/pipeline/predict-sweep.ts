import { align, expectToFit } from "../kernels/dataset-memory.ts";
import { kindOf } from "../configuration/kind-of.ts";
import type { Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import { workSeconds, type Rates } from "../trials/rates.ts";
import type { Work } from "../trials/kinds/trial-kind.ts";
import { trialWork, workBeyond } from "../trials/work.ts";
import type { DatasetUse } from "./data/dataset-pool.ts";
import { peakBytes } from "./peak-bytes.ts";
import { datasetUses } from "./data/dataset-uses.ts";
import { largestOf, smallestOf } from "../math/extremes.ts";

/** The predicted cost of training some trials of a plan. */
export interface Prediction {
  /** Wall time of the sweep, from start to tables. */
  readonly seconds: number;
  /** Largest resident size of the process. */
  readonly peakBytes: number;
}

/** Where a sweep runs, and what it finds. */
interface Circumstances {
  readonly workers: number;
  readonly rates: Rates;
  /** The epoch from which a job resumes; jobs that are left out begin with the untrained network. */
  readonly starts?: ReadonlyMap<Job, number>;
}

/**
 * Predicts the cost of a sweep that trains these jobs of a plan, each data set loaded once, longest jobs first.
 * @throws {GridientError} E_MEMORY if the sweep would be refused because data and networks do not fit into 4 GiB.
 */
export function predictSweep(
  plan: Plan,
  jobs: readonly Job[],
  { workers, rates, starts = new Map() }: Circumstances,
): Prediction {
  const uses = [...datasetUses(plan, jobs).values()];
  const loading = uses.reduce((sum, use) => sum + loadSeconds(use, rates), 0);
  const trials = jobs.reduce((sum, job) => sum + job.trials.length, 0);
  const threads = Math.min(workers, trials);
  for (const { facts, regionBytes } of uses) expectToFit(facts, align(regionBytes) * threads);
  const training = jobs.map((job) => {
    const left = leftWork(job, plan, starts.get(job) ?? 0);
    return workSeconds(left, rates) + rates.trial * job.trials.length;
  });
  const seconds = rates.sweep + loading + longestThread(training, threads);
  return { seconds, peakBytes: peakBytes(plan, jobs, { uses, threads }) };
}

function leftWork({ trials, work }: Job, { experiment, configurations }: Plan, start: number): Work {
  if (start === 0) return work;
  const { configuration, facts } = configurations[trials[0].configurationIndex]!;
  const done = kindOf(configuration).withLength(configuration, start);
  return workBeyond(work, trialWork(done, facts, experiment.metrics));
}

function loadSeconds({ options, facts }: DatasetUse, { load }: Rates): number {
  const { train, validation, test } = facts.sizes;
  return (train + validation + test) * (load[options.name] ?? 0);
}

/** Returns the seconds of the thread that ends last, each job going to the first one that is free. */
function longestThread(jobs: readonly number[], threads: number): number {
  const busy = Array.from({ length: threads }, () => 0);
  for (const seconds of jobs) {
    const first = busy.indexOf(smallestOf(busy));
    busy[first]! += seconds;
  }
  return Math.max(0, largestOf(busy));
}
