/**
 * Exact decimal numbers: what a spec's ranges are computed in, so that 0.1 + 0.2 is 0.3.
 * @module
 */
import { smallestOf } from "../math/extremes.ts";

/** The number units x 10^exponent. */
export interface Decimal {
  readonly units: bigint;
  readonly exponent: number;
}

/** Returns the decimal that a finite number is written as. */
export function toDecimal(x: number): Decimal {
  const [mantissa = "", exponent = "0"] = String(x).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return { units: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** Returns the number nearest to a decimal. */
export function toNumber({ units, exponent }: Decimal): number {
  return Number(`${units}e${exponent}`);
}

/** Returns the numbers as whole units of one common power of ten. */
export function alignDecimals(numbers: readonly number[]): { units: bigint[]; exponent: number } {
  const decimals = numbers.map(toDecimal);
  const exponent = smallestOf(decimals.map((decimal) => decimal.exponent));
  return { units: decimals.map((decimal) => decimal.units * tenTo(decimal.exponent - exponent)), exponent };
}

/** Returns numerator / denominator x 10^exponent rounded to significant digits, halves away from zero. */
export function roundQuotient(
  numerator: bigint,
  denominator: bigint,
  exponent: number,
  digits: number,
): number {
  if (numerator === 0n) return 0;
  const size = magnitude(numerator);
  // As many extra places as leave at least `digits` digits; one digit too many is rounded away at the end.
  const places = Math.max(0, digits - digitsOf(size) + digitsOf(denominator) + 1);
  const scaled = size * tenTo(places);
  const spare = tenTo(Math.max(0, digitsOf(scaled / denominator) - digits));
  const divisor = denominator * spare;
  const rounded = ((2n * scaled + divisor) / (2n * divisor)) * spare;
  return toNumber({ units: numerator < 0n ? -rounded : rounded, exponent: exponent - places });
}

/** Returns a number rounded to significant digits of its decimal form, halves away from zero. */
export function roundToDigits(x: number, digits: number): number {
  const { units, exponent } = toDecimal(x);
  return roundQuotient(units, 1n, exponent, digits);
}

function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units;
}

function digitsOf(units: bigint): number {
  return magnitude(units).toString().length;
}

function tenTo(power: number): bigint {
  return BigInt(`1${"0".repeat(power)}`);
}
