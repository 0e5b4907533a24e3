import type { Interval, Statistics } from "../../math/statistics.ts";
import type { ComparisonClaim } from "../../spec/expectation.ts";
import { isShare, metricNamed } from "../../metrics/metrics.ts";
import { digits, sizeText } from "../figure-text.ts";
import { independentValues } from "../replicates/independent-values.ts";
import { foldOverlap } from "../replicates/fold-overlap.ts";
import { pairedDifference, type PairedDifference } from "../paired-difference.ts";
import { groupMeans } from "./group-means.ts";
import type { Judgement, Subject } from "./judgement.ts";
import { largestOf } from "../../math/extremes.ts";

/** Returns whether the mean over the configurations is better than that over the others, comparing replicates in pairs. */
export function judgeComparison(claim: ComparisonClaim, subject: Subject): Judgement {
  const { metric, others, by } = claim;
  const groups = [subject.configurations, subject.meant(others)] as const;
  const sides = groups.map((side) => groupMeans(side, claim));
  const [ours, theirs] = groups.map((side, i) => {
    return independentValues(side[0]?.trials ?? [], (_, replicate) => sides[i]![replicate]!);
  });
  if (!ours || !theirs || sides.some((means) => means.length === 0 || means.includes(null)))
    return { holds: false, found: "some replicates have no value" };
  const all = groups.flat();
  const overlap = largestOf(all.map((configuration) => foldOverlap(configuration, metric)));
  const isMore = claim.goal === "maximize";
  const difference = isMore
    ? pairedDifference(ours, theirs, overlap)
    : pairedDifference(theirs, ours, overlap);
  if (difference.status === "tooFew") return { holds: false, found: "there is one pair only" };
  const { mean } = difference;
  const side = mean < 0 ? "worse" : "better";
  const isTested = difference.status === "tested";
  const size = { n: difference.n, sd: null, ...sizeOf(difference) };
  if (!isTested)
    return {
      holds: false,
      found: `${side} by ${sizeText(metric, size)} in every pair, which leaves nothing to test`,
    };
  return {
    holds: difference.ci95.low > by,
    found: `${side} by ${sizeText(metric, size)}`,
    stated: `${side} by ${statedText(metric, Math.abs(mean), difference.ci95)}`,
  };
}

/** In summary.json the digits do not depend on the interval: committed files keep their bytes. */
function statedText(metric: string, size: number, { low, high }: Interval): string {
  const half = (high - low) / 2;
  return isShare(metricNamed(metric))
    ? `${(100 * size).toFixed(2)} ± ${Math.max(100 * half, 0.01).toFixed(2)} points`
    : `${digits(size, 4)} ± ${digits(half, 2)}`;
}

/** A difference without its sign. */
function sizeOf(difference: PairedDifference): Pick<Statistics, "mean" | "ci95"> {
  const { mean } = difference;
  if (mean === null) return { mean, ci95: null };
  const ci95 = difference.status === "tested" ? difference.ci95 : null;
  if (mean >= 0) return { mean, ci95 };
  return { mean: -mean, ci95: ci95 && { low: -ci95.high, high: -ci95.low } };
}
