import { fTail } from "../math/f-distribution.ts";
import { independentCount, statistics, type Interval } from "../math/statistics.ts";
import { largestOf, smallestOf } from "../math/extremes.ts";

/** The mean of a - b over n pairs; a test needs two pairs, whose differences are not all equal. */
export type PairedDifference =
  | { readonly status: "tooFew"; readonly n: number; readonly mean: number | null }
  | { readonly status: "allEqual"; readonly n: number; readonly mean: number }
  | TestedDifference;

/** A difference with its spread. */
export interface TestedDifference {
  readonly status: "tested";
  readonly n: number;
  readonly mean: number;
  /** Sample standard deviation of the differences. */
  readonly sd: number;
  /** 95 % confidence interval of the mean difference, by Student's t. */
  readonly ci95: Interval;
  /** Mean over its standard error, with n - 1 degrees of freedom. */
  readonly t: number;
  /** Two-sided. */
  readonly p: number;
}

const EPSILON = 2.220446049250313e-16;

/**
 * Compares two samples in pairs: replicates of the same number use the same random numbers in every configuration.
 *
 * @param a Finite values; `b` has as many, in the same order of replicates.
 * @param overlap As `statistics` takes it.
 */
export function pairedDifference(a: readonly number[], b: readonly number[], overlap = 0): PairedDifference {
  const differences = a.map((value, i) => value - b[i]!);
  const { n, mean, sd, ci95 } = statistics(differences, overlap);
  if (mean === null || sd === null || ci95 === null) return { status: "tooFew", n, mean };
  if (areEqual(differences, [...a, ...b])) return { status: "allEqual", n, mean: differences[0]! };
  const t = (mean * Math.sqrt(independentCount(n, overlap))) / sd;
  return { status: "tested", n, mean, sd, ci95, t, p: fTail(t * t, { numerator: 1, denominator: n - 1 }) };
}

/** Whether differences of rounded values may be equal but for their rounding. */
function areEqual(differences: readonly number[], values: readonly number[]): boolean {
  const largest = largestOf(values.map(Math.abs));
  return largestOf(differences) - smallestOf(differences) <= 4 * EPSILON * largest;
}
