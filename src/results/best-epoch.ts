import type { MetricGoal } from "../metrics/metrics.ts";
import { hasFinished } from "../training/record.ts";
import type { BoardTrial } from "./board.ts";

/** Returns the earliest epoch with the best value; undefined where no epoch has one. */
export function bestEpochOf(series: readonly (number | null)[], goal: MetricGoal): number | undefined {
  let bestEpoch: number | undefined;
  let best = -Infinity;
  for (const [epoch, value] of series.entries()) {
    const score = goal === "maximize" ? value : value && -value;
    if (score === null || score <= best) continue;
    best = score;
    bestEpoch = epoch;
  }
  return bestEpoch;
}

/** Returns a metric at the last epoch; null for a trial that diverged there or has no record. */
export function lastValue({ record }: BoardTrial, metric: string): number | null {
  return hasFinished(record) ? (record.metrics[metric]?.at(-1) ?? null) : null;
}
