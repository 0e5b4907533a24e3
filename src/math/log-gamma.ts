import { log } from "./log.ts";

const HALF_LOG_2_PI = 0.9189385332046728;
/** From here on the terms kept leave an error below 1e-17. */
const LARGE = 15;
/** B(2k) / (2k (2k - 1)) for k = 1, 2, ... */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * Returns the logarithm of the gamma function at x > 0; absolute error about 1e-15 times the size of its terms.
 * Method: Stirling's series for large x, reached by Gamma(x) = Gamma(x + 1) / x.
 * Source: NIST Digital Library of Mathematical Functions, 5.11.1 and 5.5.1.
 */
export function logGamma(x: number): number {
  let product = 1;
  let large = x;
  for (; large < LARGE; large++) product *= large;
  const inverse = 1 / large;
  const series = STIRLING.reduceRight((sum, coefficient) => sum * inverse * inverse + coefficient, 0);
  return (large - 0.5) * log(large) - large + HALF_LOG_2_PI + series * inverse - log(product);
}
