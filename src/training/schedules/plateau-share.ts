import type { ScheduleOptions } from "../../spec/experiment.ts";

/**
 * Returns the share of eta that is left after the losses of all epochs so far: each time `patience` epochs have passed
 * without a loss lower than all before, it is multiplied by `factor`, and the count begins anew.
 */
export function plateauShare({ factor, patience }: ScheduleOptions, losses: readonly number[]): number {
  let share = 1;
  let best = Infinity;
  let waited = 0;
  for (const loss of losses) {
    waited = loss < best ? 0 : waited + 1;
    best = Math.min(best, loss);
    if (waited < Number(patience)) continue;
    share *= Number(factor);
    waited = 0;
  }
  return share;
}
