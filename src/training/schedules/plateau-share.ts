import type { MetricGoal, ScheduleOptions } from "../../spec/experiment.ts";

/**
 * Returns the share of eta that is left after all epochs so far: each time `patience` of them have passed without a
 * value better than all before, it is multiplied by `factor`, and the count begins anew.
 *
 * @param values The metric that the schedule watches, at the end of each epoch.
 */
export function plateauShare(
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
