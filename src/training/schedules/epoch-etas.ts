import type { MetricGoal } from "../../metrics/metrics.ts";
import type { ScheduleOptions } from "../../fields/configuration.ts";
import { scheduleFactor } from "./schedule-factor.ts";

/** The metric that the schedule `plateau` watches. */
export interface Watched {
  readonly goal: MetricGoal;
  /** At the end of each epoch before the one in question. */
  readonly values: readonly number[];
}

/** An epoch of which the learning rates are asked. */
export interface ScheduledEpoch {
  /** Counted from 1. */
  readonly epoch: number;
  /** Epochs of the whole training. */
  readonly epochs: number;
  readonly batches: number;
  readonly watched: Watched;
}

/** Returns the learning rate of each batch of an epoch: a pure function of its arguments, free of any state. */
export function epochEtas(
  eta: number,
  schedule: ScheduleOptions,
  { epoch, epochs, batches, watched }: ScheduledEpoch,
): Float64Array {
  if (schedule.name === "plateau")
    return new Float64Array(batches).fill(eta * plateauShare(schedule, watched.values, watched.goal));
  const etas = new Float64Array(batches); // `from` with a function takes ten times as long
  for (let batch = 0; batch < batches; batch++) {
    etas[batch] =
      eta * scheduleFactor(schedule, { epoch: epoch - 1, progress: epoch - 1 + batch / batches, epochs });
  }
  return etas;
}

/**
 * Returns the share of eta that is left after all epochs so far: each time `patience` of them have passed without a
 * value better than all before, it is multiplied by `factor`, and the count begins again.
 *
 * @param values The metric that the schedule watches, at the end of each epoch.
 */
function plateauShare(
  { factor, patience }: ScheduleOptions,
  values: readonly number[],
  goal: MetricGoal,
): number {
  let share = 1;
  let best = Infinity;
  let waited = 0;
  for (const value of values) {
    const badness = goal === "minimize" ? value : -value;
    waited = badness < best ? 0 : waited + 1;
    best = Math.min(best, badness);
    if (waited < Number(patience)) continue;
    share *= Number(factor);
    waited = 0;
  }
  return share;
}
