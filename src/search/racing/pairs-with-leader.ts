import { argmax, largestOf } from "../../math/extremes.ts";
import { moderatedVariances } from "./moderated-variances.ts";

/** How a configuration differs from the leader in pairs of replicates. */
export interface PairDifference {
  /** Of the mean losses, at least 0. */
  readonly mean: number;
  /** Of a single difference; 0 where all are equal, and nothing else says how they vary. */
  readonly variance: number;
}

/** The configurations of a race beside their leader. */
export interface Pairs {
  /** The place of the configuration with the least mean loss. */
  readonly leader: number;
  readonly replicates: number;
  /** Degrees of freedom of each variance; 0 where one replicate says nothing about noise. */
  readonly degrees: number;
  /** Of each configuration, the leader too. */
  readonly differences: readonly PairDifference[];
}

const EPSILON = 2.220446049250313e-16;

/** Compares configurations with the leader. @param losses Of each configuration, by replicate. */
export function pairsWithLeader(losses: readonly (readonly number[])[]): Pairs {
  const means = losses.map(mean);
  const leader = argmax(means.map((value) => -value));
  const [settings, replicates] = [losses.length, losses[0]!.length];
  const degrees = replicates - 1;
  const gaps = means.map((value) => value - means[leader]!);
  if (degrees === 0)
    return { leader, replicates, degrees, differences: gaps.map((gap) => ({ mean: gap, variance: 0 })) };
  const rounding = 8 * EPSILON * largestOf(losses.map((own) => largestOf(own.map(Math.abs))));
  const all = losses.flatMap((own, i) =>
    losses.slice(0, i).map((other) => varianceBetween(own, other, rounding)),
  );
  const moderated = moderatedVariances(all, degrees, (settings - 1) * degrees);
  const differences = gaps.map((gap, i): PairDifference => {
    const [low, high] = [Math.min(i, leader), Math.max(i, leader)];
    return { mean: gap, variance: low === high ? 0 : moderated.variances[(high * (high - 1)) / 2 + low]! };
  });
  return { leader, replicates, degrees: moderated.degrees, differences };
}

/** Returns the variance of differences in pairs; 0 where it may be rounding alone. */
function varianceBetween(a: readonly number[], b: readonly number[], rounding: number): number {
  const differences = a.map((value, i) => value - b[i]!);
  const centre = mean(differences);
  let squares = 0;
  for (const value of differences) squares += (value - centre) * (value - centre);
  const variance = squares / (differences.length - 1);
  return variance > rounding * rounding ? variance : 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
