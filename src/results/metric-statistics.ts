import { boundedInterval } from "../math/bounded-interval.ts";
import { statistics, type Statistics } from "../math/statistics.ts";
import { boundsOf, metricNamed } from "../metrics/metrics.ts";

/**
 * Returns the statistics of a metric's values, with an interval that stays within the metric's bounds.
 *
 * @param overlap As `statistics` takes it.
 */
export function metricStatistics(metric: string, values: readonly number[], overlap = 0): Statistics {
  const all = statistics(values, overlap);
  if (all.mean === null || all.ci95 === null) return all;
  return { ...all, ci95: boundedInterval(all.mean, all.ci95, boundsOf(metricNamed(metric))) };
}
