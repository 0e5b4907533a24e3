import { exp } from "./exp.ts";
import { integrate } from "./integrate.ts";
import { log } from "./log.ts";
import { logGamma } from "./log-gamma.ts";
import { normalDensity, normalProbability } from "./normal-distribution.ts";
import { solveRising } from "./solve-rising.ts";

/** How many values a range is that of, and the degrees of freedom of the standard deviation that it is divided by. */
export interface RangeShape {
  readonly count: number;
  /** Infinity: the standard deviation is known. */
  readonly degrees: number;
}

/** From here on a standard deviation counts as known: the quantile differs by less than 1e-6 of its size. */
const MANY_DEGREES = 1e6;
/** A standard normal number hardly ever lies further out: once in 1e16. */
const REACH = 8.3;
const CONFIDENCE = 0.95;
const cache = new Map<string, number>();

/** Returns what the studentized range exceeds with probability 5 %; relative error below 1e-7. */
export function studentizedRange95({ count, degrees }: RangeShape): number {
  const key = `${count} ${degrees}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const quantile = solveRising((q) => studentizedRange(q, { count, degrees }), CONFIDENCE);
  cache.set(key, quantile);
  return quantile;
}

/**
 * Returns the probability that the range of `count` independent normal numbers, divided by an independent estimate of
 * their standard deviation, is at most q; absolute error below 1e-8.
 * Source: Copenhaver and Holland, "Computation of the distribution of the maximum studentized range statistic with
 * application to multiple significance testing of simple effects" (Journal of Statistical Computation and Simulation 30,
 * 1988), integrated by Gauss-Legendre rules.
 */
export function studentizedRange(q: number, { count, degrees }: RangeShape): number {
  if (q <= 0) return 0;
  if (degrees >= MANY_DEGREES) return rangeWithin(q, count);
  const spread = 9 / Math.sqrt(2 * degrees);
  const from = Math.max(0, 1 - spread);
  const to = Math.min((2 * REACH) / q, 1 + spread + 9 / degrees);
  if (from >= to) return 1;
  const beyond = (estimate: number): number =>
    estimateDensity(estimate, degrees) * (1 - rangeWithin(q * estimate, count));
  return Math.min(1, Math.max(0, 1 - integrate(beyond, { from, to, panels: 4 })));
}

/** Returns the probability that the range of `count` standard normal numbers is at most `range`. */
function rangeWithin(range: number, count: number): number {
  const middle = range / 2;
  const inside = 2 * normalProbability(middle) - 1;
  if (inside <= 0) return 0;
  const others = count - 1;
  const beside = integrate(
    (z) => {
      const within = normalProbability(z) - normalProbability(z - range);
      return within > 0 ? normalDensity(z) * exp(others * log(within)) : 0;
    },
    { from: middle, to: Math.max(middle, REACH), panels: 3 },
  );
  return Math.min(1, exp(count * log(inside)) + 2 * count * beside);
}

/** The density of a standard deviation's estimate over its true value: a chi distribution, scaled. */
function estimateDensity(s: number, degrees: number): number {
  if (s <= 0) return 0;
  const half = degrees / 2;
  const logFront = half * log(half) - logGamma(half) + (degrees - 1) * log(s) - half * s * s;
  return 2 * exp(logFront);
}
