import { log } from "../../math/log.ts";
import { solveRising } from "../../math/solve-rising.ts";

/** From here on the terms kept leave an error below 1e-15. */
const LARGE = 12;

/**
 * Returns the derivative of the logarithm of the gamma function at x > 0.
 * Method: the asymptotic series for large x, reached by recurrence.
 * Source: NIST Digital Library of Mathematical Functions, 5.11.2 and 5.5.2.
 */
export function digamma(x: number): number {
  let sum = 0;
  let large = x;
  for (; large < LARGE; large++) sum -= 1 / large;
  const z = 1 / (large * large);
  const series =
    z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - z * (691 / 32760))))));
  return sum + log(large) - 0.5 / large - series;
}

/**
 * Returns the second derivative of the logarithm of the gamma function at x > 0.
 * Source: NIST Digital Library of Mathematical Functions, 5.15.8 and 5.15.5.
 */
export function trigamma(x: number): number {
  let sum = 0;
  let large = x;
  for (; large < LARGE; large++) sum += 1 / (large * large);
  const z = 1 / (large * large);
  const series = z * (1 / 6 - z * (1 / 30 - z * (1 / 42 - z * (1 / 30 - z * (5 / 66 - z * (691 / 2730))))));
  return sum + 1 / large + z / 2 + series / large;
}

/** Returns the x > 0 where trigamma, which falls, has a value above 0. */
export function inverseTrigamma(value: number): number {
  return solveRising((x) => (x === 0 ? 0 : 1 / trigamma(x)), 1 / value);
}
