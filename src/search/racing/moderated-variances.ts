import { exp } from "../../math/exp.ts";
import { log } from "../../math/log.ts";
import { digamma, inverseTrigamma, trigamma } from "./polygamma.ts";

/** Variances that were estimated together. */
export interface ModeratedVariances {
  readonly variances: readonly number[];
  /** Degrees of freedom of each of them. */
  readonly degrees: number;
}

/**
 * Raises small variances towards their typical size, the more so the more similar they are: with few replicates a variance says
 * little, and all together say much. A prior distribution with `prior` degrees of freedom is estimated from the logarithms;
 * equal values, with a variance of 0, say nothing about it. No variance becomes smaller, in case it belongs to the few that are
 * larger than the others.
 * Source: Smyth, "Linear models and empirical Bayes methods for assessing differential expression in microarray experiments"
 * (Statistical Applications in Genetics and Molecular Biology 3, 2004), sections 6.1 and 6.2.
 *
 * @param degrees Degrees of freedom of each.
 * @param most Those of all values together: the result has no more.
 */
export function moderatedVariances(
  variances: readonly number[],
  degrees: number,
  most: number,
): ModeratedVariances {
  const logs = variances.filter((variance) => variance > 0).map(log);
  if (logs.length < 2) return { variances, degrees };
  const prior = Math.min(priorDegrees(logs, degrees), Math.max(0, most - degrees));
  if (prior === 0) return { variances, degrees };
  const shift = (count: number): number => digamma(count / 2) - log(count / 2);
  const typical = exp(mean(logs) - shift(degrees) + shift(prior));
  const total = prior + degrees;
  return {
    variances: variances.map((own) => Math.max(own, (prior * typical + degrees * own) / total)),
    degrees: total,
  };
}

/** Infinity where the variances differ no more than equal ones would by chance. */
function priorDegrees(logs: readonly number[], degrees: number): number {
  const centre = mean(logs);
  const spread =
    logs.reduce((sum, value) => sum + (value - centre) * (value - centre), 0) / (logs.length - 1);
  const excess = spread - trigamma(degrees / 2);
  return excess > 0 ? 2 * inverseTrigamma(excess) : Infinity;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
