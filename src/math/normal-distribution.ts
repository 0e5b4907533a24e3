import { exp } from "./exp.ts";

const SQRT_TWO_PI = 2.5066282746310002;
/** Beyond it the rational approximation gives way to a continued fraction. */
const FAR = 7.07106781186547;
const NUMERATOR = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const DENOMINATOR = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];

/** Returns the density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return exp((-z * z) / 2) / SQRT_TWO_PI;
}

/**
 * Returns the probability that a standard normal number is at most z; absolute error about 1e-15.
 * Source: Hart et al., Computer Approximations (1968), algorithm 5666, as West gives it in "Better approximations to
 * cumulative normal functions" (Wilmott, 2005).
 */
export function normalProbability(z: number): number {
  const size = Math.abs(z);
  const tail = size > 38 ? 0 : exp((-z * z) / 2) * tailRatio(size);
  return z > 0 ? 1 - tail : tail;
}

function tailRatio(size: number): number {
  if (size < FAR) return polynomial(NUMERATOR, size) / polynomial(DENOMINATOR, size);
  const fraction = size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + 0.65))));
  return 1 / (fraction * SQRT_TWO_PI);
}

/** The highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}
