import { fTail } from "./f-distribution.ts";
import { log } from "./log.ts";
import { cos, sin } from "./sin-cos.ts";
import { solveRising } from "./solve-rising.ts";

const CONFIDENCE = 0.95;
const HALF_PI = 1.5707963267948966;
const cache = new Map<number, number>();

/**
 * Returns the t that Student's distribution of whole `degrees` of freedom exceeds in size with probability 5 %: the
 * factor of a two-sided 95 % confidence interval. Relative error below 1e-12.
 * Method: the exact trigonometric series of P(|T| < t) in the angle atan(t / sqrt(degrees)), solved by bisection.
 * Source of the series: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4.
 * @throws {RangeError} If `degrees` is not a whole number of at least 1.
 */
export function studentT95(degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1)
    throw new RangeError(`Degrees of freedom must be a positive integer (got ${degrees})`);
  const known = cache.get(degrees);
  if (known !== undefined) return known;
  const angle = solveAngle(degrees);
  const t = (Math.sqrt(degrees) * sin(angle)) / cos(angle);
  cache.set(degrees, t);
  return t;
}

/**
 * Returns the t that Student's distribution exceeds in size with the probability given; `degrees` of freedom need not be
 * whole. Relative error about 1e-10.
 */
export function studentCritical(probability: number, degrees: number): number {
  const rarity = (t: number): number => -log(fTail(t * t, { numerator: 1, denominator: degrees }));
  return solveRising(rarity, -log(probability));
}

function solveAngle(degrees: number): number {
  let low = 0;
  let high = HALF_PI;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (probabilityWithin(middle, degrees) < CONFIDENCE) low = middle;
    else high = middle;
  }
}

function probabilityWithin(angle: number, degrees: number): number {
  const sine = sin(angle);
  const cosine = cos(angle);
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = 0;
  for (let k = isOdd ? 3 : 2; k <= degrees; k += 2) {
    sum += term;
    term *= ((k - 1) / k) * cosine * cosine;
  }
  return isOdd ? (angle + sine * sum) / HALF_PI : sine * sum;
}
