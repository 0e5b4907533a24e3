import { differenceText, isSymmetric } from "../results/figure-text.ts";
import type { Comparison } from "../results/results.ts";

/**
 * Returns a difference for people, with its simultaneous interval: "+0.31 ± 0.12", "-76.18 (-100.00 to +35.20)" where an end is
 * as far as differences go; "-5.00 each time" where there is no spread, "-" without a difference.
 */
export function comparisonText(metric: string, comparison: Comparison | undefined): string {
  const { difference, interval } = comparison ?? {};
  if (!difference || difference.mean === null) return "-";
  const half = interval ? (interval.high - interval.low) / 2 : 0;
  if (interval && half > 0 && isSymmetric(difference.mean, interval))
    return differenceText(metric, difference.mean, half);
  const mean = differenceText(metric, difference.mean);
  if (interval && half > 0)
    return `${mean} (${differenceText(metric, interval.low)} to ${differenceText(metric, interval.high)})`;
  return difference.status === "allEqual" ? `${mean} each time` : mean;
}
