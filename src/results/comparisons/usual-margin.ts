import { isShare, metricNamed } from "../../metrics/metrics.ts";

/** A difference too small to matter: one point of a share; 0 for other metrics, whose scale is unknown. */
export function usualMargin(metric: string): number {
  return isShare(metricNamed(metric)) ? 0.01 : 0;
}
