import { differenceText } from "../results/figure-text.ts";
import type { Comparison } from "../results/results.ts";

/** Returns a paired difference for people: "+0.31 ± 0.12", "-5.00 each time" where there is no spread, "-" without one. */
export function comparisonText(metric: string, comparison: Comparison | undefined): string {
  const difference = comparison?.difference;
  if (!difference || difference.mean === null) return "-";
  if (difference.status === "tested")
    return differenceText(metric, difference.mean, (difference.ci95.high - difference.ci95.low) / 2);
  const mean = differenceText(metric, difference.mean);
  return difference.status === "allEqual" ? `${mean} each time` : mean;
}
