import { makeJobs, type JobPlan } from "./job.ts";
import { TYPICAL_RATES } from "./rates.ts";
import type { Trial } from "./trial.ts";

/** One of several machines that share the trials of a sweep without knowing of each other. */
export interface Shard {
  /** Which one, from 1. */
  readonly number: number;
  readonly of: number;
}

/**
 * Returns the trials of one shard, in plan order. Trials that train as one stay together. The longest go first, each to
 * the shard that has the least to do so far, so that no shard has more than the mean and one job; only the trials
 * decide, so every machine computes the same parts.
 *
 * Source: R. L. Graham, "Bounds on Multiprocessing Timing Anomalies", 1969 (longest processing time first).
 */
export function shardTrials(trials: readonly Trial[], plan: JobPlan, shard: Shard): Trial[] {
  const seconds = Array.from({ length: shard.of }, () => 0);
  const chosen = new Set<Trial>();
  for (const { trials: together, typicalSeconds } of makeJobs(trials, plan)) {
    const least = seconds.indexOf(seconds.reduce((a, b) => Math.min(a, b)));
    seconds[least]! += typicalSeconds + TYPICAL_RATES.trial * together.length;
    if (least === shard.number - 1) for (const trial of together) chosen.add(trial);
  }
  return trials.filter((trial) => chosen.has(trial));
}
