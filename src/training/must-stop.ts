import type { StopRules } from "../configuration/kinds/kind.ts";
import type { EarlyStopping, Target } from "../fields/configuration.ts";
import type { MetricGoal } from "../metrics/metrics.ts";
import { goalOf } from "../metrics/metrics.ts";
import { lastEpoch, type MetricSeries } from "./record.ts";

/**
 * Returns whether a trial stops after the last epoch measured: it reached the target, or `patience` epochs in a row were
 * no better than the best before by more than `minDelta`. The untrained network, epoch 0, counts for neither.
 */
export function mustStop({ earlyStopping, target }: StopRules, series: MetricSeries): boolean {
  const last = lastEpoch(series);
  const { patience } = earlyStopping;
  const isTired = patience > 0 && last - bestEpoch(earlyStopping, series) >= patience;
  return last > 0 && (isTired || reachesTarget(target, series));
}

/** Returns the epoch, 1 or later, with the best value so far by early stopping's count; 0 before there is one. */
export function bestEpoch({ metric, minDelta }: EarlyStopping, series: MetricSeries): number {
  const goal = goalOf(metric);
  const values = series[metric] ?? [];
  let best = 0;
  for (let epoch = 1; epoch < values.length; epoch++)
    if (best === 0 || gain(values[best]!, values[epoch]!, goal) > minDelta) best = epoch;
  return best;
}

/** Returns whether the last epoch measured is good enough; the untrained network never is. */
export function reachesTarget({ metric, value }: Target, series: MetricSeries): boolean {
  const values = series[metric] ?? [];
  const found = values.length > 1 ? values.at(-1) : null;
  const isKnown = typeof value === "number" && typeof found === "number";
  return isKnown && gain(value, found, goalOf(metric)) >= 0;
}

/** Returns by how much the second value is better than the first. */
function gain(from: number, to: number, goal: MetricGoal): number {
  return goal === "maximize" ? to - from : from - to;
}
