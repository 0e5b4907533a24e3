import { studentT95 } from "./student-t.ts";

/** A range of values, both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A sample in short; null where the sample is too small to say. */
export interface Statistics {
  readonly n: number;
  readonly mean: number | null;
  /** Sample standard deviation (divisor n - 1). */
  readonly sd: number | null;
  /** 95 % confidence interval of the mean, by Student's t: needs two values. */
  readonly ci95: Interval | null;
}

/**
 * Returns the statistics of finite values, summed in the order given.
 *
 * @param overlap Of values of a cross-validation: examples measured on for each that is trained on; 0 = independent values.
 */
export function statistics(values: readonly number[], overlap = 0): Statistics {
  const n = values.length;
  if (n === 0) return { n, mean: null, sd: null, ci95: null };
  const mean = sum(values) / n;
  if (n === 1) return { n, mean, sd: null, ci95: null };
  const sd = Math.sqrt(sum(values.map((value) => (value - mean) * (value - mean))) / (n - 1));
  const half = (studentT95(n - 1) * sd) / Math.sqrt(independentCount(n, overlap));
  return { n, mean, sd, ci95: { low: mean - half, high: mean + half } };
}

/**
 * Returns how many independent values say as much as `n` of which each shares training examples with the others: their
 * mean has variance (1/n + overlap) sd².
 * Source: Nadeau and Bengio, "Inference for the Generalization Error" (Machine Learning 52, 2003), section 3.3.
 */
export function independentCount(n: number, overlap: number): number {
  return n / (1 + n * overlap);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
