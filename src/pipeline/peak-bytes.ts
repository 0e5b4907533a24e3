import { align } from "../kernels/dataset-memory.ts";
import { ruleOf } from "../kernels/optimizers/rule-of.ts";
import { lengthOf, networkIn } from "../configuration/kind-of.ts";
import type { Configuration } from "../fields/configuration.ts";
import type { Keep } from "../spec/experiment.ts";
import type { Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import type { DatasetUse } from "./data/dataset-pool.ts";

/** Bytes of a process that trains nothing, of each thread, of each trial, and of each row of the tables, one an epoch. */
const PROCESS_BYTES = 95e6;
const THREAD_BYTES = 9e6;
const TRIAL_BYTES = 7e3;
const ROW_BYTES = 350;
/** What each trial leaves behind until it is collected, and the most of it that is waited for. */
const GARBAGE_BYTES = 30e3;
const MOST_GARBAGE_BYTES = 100e6;
/** Shared memory contains an image twice: as bytes, and without its zeros. */
const IMAGE_COPIES = 1.62;
/** The inputs as they were loaded, and what they were made of. */
const LOADED_COPIES = 2;
/** What loading takes for each example beside its inputs. */
const EXAMPLE_BYTES = 150;
/** Copies of a network outside its region, on their way between regions, threads and files. */
const NETWORK_COPIES = 4;

/** Where the jobs of a plan train. */
interface Place {
  readonly uses: readonly DatasetUse[];
  readonly threads: number;
}

/**
 * Estimates the largest resident size of a sweep. Nothing counts as freed before the end: every data set is there at
 * once, also as it was loaded, and the pictures train the best network again, on a copy of its data set.
 */
export function peakBytes(plan: Plan, jobs: readonly Job[], { uses, threads }: Place): number {
  const { keep } = plan.experiment.run;
  const data = uses.map((use) => loadedBytes(use) + sharedBytes(use) + align(use.regionBytes) * threads);
  const pictures = uses.map((use) => sharedBytes(use) + align(use.regionBytes));
  const networks = jobs.map(networkBytes);
  const kept = jobs.map((job, i) => networks[i]! * keptCount(keep, job.epochs));
  const rows = plan.trials.reduce((sum, { configuration }) => sum + lengthOf(configuration) + 1, 0);
  const trials = plan.trials.length;
  return (
    PROCESS_BYTES +
    THREAD_BYTES * threads +
    TRIAL_BYTES * trials +
    ROW_BYTES * rows +
    Math.min(GARBAGE_BYTES * trials, MOST_GARBAGE_BYTES) +
    data.reduce((sum, bytes) => sum + bytes, 0) +
    most(pictures) +
    NETWORK_COPIES * (most(networks) + most(kept) * threads)
  );
}

function sharedBytes({ facts: { features, image, sizes } }: DatasetUse): number {
  const values = (sizes.train + sizes.validation + sizes.test) * features;
  return image ? values * IMAGE_COPIES : 4 * values;
}

function loadedBytes({ facts: { features, image, sizes } }: DatasetUse): number {
  const examples = sizes.train + sizes.validation + sizes.test;
  return examples * (LOADED_COPIES * features * (image ? 1 : 4) + EXAMPLE_BYTES);
}

/** Weights, biases, and what the optimizer carries from step to step. */
function networkBytes({ trials: [{ configuration }], work }: Job): number {
  return 4 * work.parameters * (1 + carriedCount(configuration));
}

function carriedCount(configuration: Configuration): number {
  const network = networkIn(configuration);
  return network ? ruleOf(network.optimizer.name).state.length : 0;
}

/** How many networks a trial has in memory for the store. */
function keptCount(keep: Keep, epochs: number): number {
  if (keep === "none") return 0;
  return keep === "all" ? epochs + 1 : 1;
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}
