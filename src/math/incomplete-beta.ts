import { exp } from "./exp.ts";
import { logGamma } from "./log-gamma.ts";
import { log } from "./log.ts";

const TINY = 1e-300;
const EPSILON = 2.220446049250313e-16;
const MOST_STEPS = 10_000;

/**
 * Returns the regularized incomplete beta function I_x(a, b) at x in [0, 1], a > 0, b > 0; relative error about 1e-13
 * for a and b up to 1000, in both tails.
 * Method: the continued fraction on the side where it converges fast, evaluated by Lentz's algorithm.
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22 and 3.10.
 *
 * @param rest 1 - x, which the caller may know more exactly than it follows from x.
 */
export function incompleteBeta(x: number, rest: number, { a, b }: { a: number; b: number }): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(rest, x, { a: b, b: a });
  const logFront = a * log(x) + b * log(rest) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return exp(logFront) / (a * continuedFraction(x, a, b));
}

/** Returns 1 + c1/(1 + c2/(1 + ...)). */
function continuedFraction(x: number, a: number, b: number): number {
  let value = 1;
  let forward = 1;
  let backward = 0;
  for (let step = 1; step < MOST_STEPS; step++) {
    const coefficient = coefficientOf(step, { x, a, b });
    backward = 1 / nonZero(1 + coefficient * backward);
    forward = nonZero(1 + coefficient / forward);
    const change = forward * backward;
    value *= change;
    if (Math.abs(change - 1) < EPSILON) break;
  }
  return value;
}

function coefficientOf(step: number, { x, a, b }: { x: number; a: number; b: number }): number {
  const m = Math.floor(step / 2);
  const end = a + 2 * m;
  return step % 2 === 0
    ? (m * (b - m) * x) / ((end - 1) * end)
    : (-(a + m) * (a + b + m) * x) / (end * (end + 1));
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
