import { sha256Of } from "../files/sha256-of.ts";
import { ruleOf } from "../kernels/optimizers/rule-of.ts";
import { countParameters } from "../configuration/count-parameters.ts";
import type { TrainSettings } from "../training/read-trials.ts";
import type { Job } from "../trials/job.ts";
import { layerSizes } from "../trials/network-work.ts";
import { factsOf, type Plan } from "../trials/plan.ts";
import type { BatchMessage, JobMessage, ProgramsMessage } from "./messages.ts";
import { VERSIONS } from "./names.ts";
import { asNetwork, networkIn } from "../configuration/kind-of.ts";

/** Jobs that go to a worker together. */
export interface Batch {
  readonly jobs: readonly Job[];
  readonly typicalSeconds: number;
}

/** Seconds of training in a batch, at least, where there are enough jobs: then Redis takes little of the time. */
const LEAST_SECONDS = 0.02;
/** Batches of a sweep, at least, where batches are not below the least size: then workers end at about the same time. */
const USUAL_SECONDS = 0.25;
const BATCHES = 250;
/** The most seconds, unless one job takes longer: a thousand workers then ask Redis for 500 batches a second. */
const MOST_SECONDS = 2;
/** So that one report stays small. */
const MOST_JOBS = 256;

/** Puts jobs into batches, in their order. The same jobs of the same plan always form the same batches. */
export function batchJobs(jobs: readonly Job[]): Batch[] {
  const total = jobs.reduce((sum, { typicalSeconds }) => sum + typicalSeconds, 0);
  const most = batchSeconds(total);
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

/**
 * Returns the seconds of training in a batch of a sweep. More work has larger batches and more of them, because it usually
 * has more workers, and all of them use the same Redis.
 */
function batchSeconds(total: number): number {
  const share = total / BATCHES;
  const seconds = share <= USUAL_SECONDS ? share : Math.sqrt(USUAL_SECONDS * share);
  return Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, seconds));
}

/** Names a batch of a sweep after the trials in it, so that it is in the queue only once. */
export function batchId(sweep: string, jobs: readonly Job[]): string {
  const ids = jobs.flatMap(({ trials }) => trials.map(({ id }) => id));
  return `${sweep}-${sha256Of(ids.join()).slice(0, 32)}`;
}

/** What all batches of a sweep have in common. */
export interface BatchContext {
  readonly plan: Plan;
  readonly settings: TrainSettings;
  /** Whether reports include the weights at the epoch of the objective. */
  readonly returnModel?: boolean | undefined;
  readonly timeout: number | undefined;
}

/** Bytes of weights that uncollected reports of a sweep may have in Redis. */
const MOST_WEIGHTS = 64 * 1024 * 1024;

/** Whether the weights of all trials of a plan are small enough to come back with their records. */
export function areWeightsSmall(plan: Plan): boolean {
  const bytes = plan.trials.reduce((sum, trial) => {
    const configuration = asNetwork(trial.configuration);
    const copies = 1 + ruleOf(configuration.optimizer.name).state.length;
    return sum + 4 * copies * countParameters(layerSizes(configuration, factsOf(trial, plan)));
  }, 0);
  return bytes <= MOST_WEIGHTS;
}

/** Returns a batch as it lies in the queue: of programs, only which trials it has. */
export function queuedMessage(
  sweep: string,
  jobs: readonly Job[],
  context: BatchContext,
): BatchMessage | ProgramsMessage {
  if (networkIn(context.plan.experiment.base)) return batchMessage(sweep, jobs, context);
  const ids = jobs.flatMap(({ trials }) => trials.map(({ id }) => id));
  return { kind: "programs", ...VERSIONS, sweep, ids };
}

/** Returns a batch of networks. */
export function batchMessage(
  sweep: string,
  jobs: readonly Job[],
  { plan, settings, returnModel = false, timeout }: BatchContext,
): BatchMessage {
  const data = jobs.map(({ trials: [trial] }) => [trial.dataDigest, factsOf(trial, plan)] as const);
  return {
    kind: "batch",
    ...VERSIONS,
    sweep,
    settings: { ...settings, ...(returnModel && { returnModel }) },
    ...(timeout !== undefined && { timeout }),
    data: Object.fromEntries(data),
    jobs: jobs.map(jobMessage),
  };
}

function jobMessage({ trials }: Job): JobMessage {
  const [first] = trials;
  const { replicate, baseSeed, dataDigest } = first;
  return {
    epochs: trials.map((trial) => asNetwork(trial.configuration).epochs),
    ids: trials.map(({ id }) => id),
    configuration: asNetwork(first.configuration),
    replicate,
    baseSeed,
    dataDigest,
  };
}
