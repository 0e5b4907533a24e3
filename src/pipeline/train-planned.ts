import { availableParallelism } from "node:os";
import type { LoadContext } from "../data/source.ts";
import { inlineRunner } from "../runners/inline-runner.ts";
import type { Pattern } from "../spec/sweep.ts";
import type { TrialStore } from "../store/trial-store.ts";
import type { Outcome } from "../training/outcome.ts";
import type { TrainSettings } from "../training/read-trials.ts";
import type { Plan } from "../trials/plan.ts";
import type { Shard } from "../trials/shard.ts";
import type { Trial } from "../trials/trial.ts";
import type { SweepListener } from "./listener.ts";
import { trainJob } from "./train-job.ts";
import { trainMissing } from "./train-missing.ts";
import { trainingThreads } from "./training-threads.ts";

/** How and where trials train; none of it changes a byte of the results. */
export interface TrainingOptions {
  /** Folder of records. */
  readonly storeDir: string;
  readonly load: LoadContext;
  /** Threads; absent = what the experiment says, else one for each core. */
  readonly workers?: number | undefined;
  /** Trains in this thread instead of worker threads; `workers` and `run.timeout` then mean nothing. */
  readonly inline?: boolean;
  /** Trains all trials again and replaces their records. */
  readonly fresh?: boolean;
  /** Trains only configurations that match; of the others, records are read. */
  readonly only?: Pattern["matches"] | undefined;
  /** Trains this part of the trials, and leaves the rest to other machines. */
  readonly shard?: Shard | undefined;
  readonly signal?: AbortSignal;
  readonly listener?: SweepListener;
}

/** What training the given trials of a plan needs. */
interface TrainOptions extends Omit<TrainingOptions, "storeDir"> {
  readonly store: TrialStore;
  readonly settings: TrainSettings;
  readonly signal: AbortSignal;
}

/** Trains the given trials of a plan in threads, or in this one; returns how each ended, by id. */
export async function trainPlanned(
  plan: Plan,
  trials: readonly Trial[],
  options: TrainOptions,
): Promise<Map<string, Outcome>> {
  if (trials.length === 0) return new Map();
  const { run } = plan.experiment;
  const threads = Math.min(options.workers ?? run.workers ?? availableParallelism(), trials.length);
  const runner = options.inline ? inlineRunner(trainJob) : trainingThreads(threads);
  try {
    const { listener = {} } = options;
    return await trainMissing(plan, trials, { ...options, runner, timeout: run.timeout, listener });
  } finally {
    await Promise.all([runner.close(), options.store.close()]);
  }
}
