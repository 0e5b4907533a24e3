import { isShare, metricNamed } from "../../metrics/metrics.ts";
import type { Experiment } from "../../spec/experiment.ts";

/** A difference too small to matter: one point of a share; 0 for other metrics, whose scale is unknown. */
export function usualMargin(metric: string): number {
  return isShare(metricNamed(metric)) ? 0.01 : 0;
}

/** Returns the difference that does not matter to an experiment: its own, or the usual one of its objective. */
export function marginOf({ report, objective }: Pick<Experiment, "report" | "objective">): number {
  return report?.margin ?? usualMargin(objective.metric);
}
