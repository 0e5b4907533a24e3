import { deviationText, differenceText, differenceUnit, isSymmetric } from "../results/figure-text.ts";
import type { Comparison } from "../results/results.ts";

/**
 * Returns a difference for people, with its simultaneous interval: "+0.31 ± 0.12", "-76 (-100 to +35)" where an end is
 * as far as differences go; "-5.00 each time" where there is no spread, "-" without a difference.
 */
export function comparisonText(metric: string, comparison: Comparison | undefined): string {
  const { difference, interval } = comparison ?? {};
  if (!difference || difference.mean === null) return "-";
  const half = interval ? (interval.high - interval.low) / 2 : 0;
  const mean = differenceText(metric, difference.mean, half);
  if (interval && half > 0) {
    if (isSymmetric(difference.mean, interval)) return `${mean} ± ${deviationText(metric, half)}`;
    const [low, high] = [interval.low, interval.high].map((end) => differenceText(metric, end, half));
    return `${mean} (${low} to ${high})`;
  }
  return difference.status === "allEqual" ? `${mean} each time` : mean;
}

/** Returns a difference like `comparisonText`, with its unit: "+1.7 ± 7.3 points", "-5.00 points each time". */
export function comparisonWithUnit(metric: string, comparison: Comparison | undefined): string {
  const text = comparisonText(metric, comparison);
  return text === "-" ? text : text.replace(/(?= each time$)|(?<! each time)$/, differenceUnit(metric));
}
