import { digits } from "../figure-text.ts";

/**
 * Returns the next two values beyond the first of `values`, which lead away from it in order (rising or falling).
 * They continue its ratio where the values are spread by ratio, rounded to as many digits as the values have, else
 * its step, or halves where that would lead to 0; whole ones where asked, up to `largest`.
 */
export function nextValues(
  values: readonly number[],
  { whole, largest }: { whole: boolean; largest: number },
): number[] {
  const next = [1, 2].map((steps) => (isGeometric(values) ? byRatio(values, steps) : byStep(values, steps)));
  const allowed = next
    .map((value) => (whole ? Math.round(value) : value))
    .filter((value) => value <= largest);
  return [...new Set(allowed)].filter((value) => value > 0 && value !== values[0]);
}

function byRatio(values: readonly number[], steps: number): number {
  const [edge, inner] = values as [number, number];
  const ratio = edge / inner;
  const count = Math.min(4, Math.max(...values.map(significantDigits)));
  return Number(digits(edge * (steps === 1 ? ratio : ratio * ratio), count));
}

function byStep(values: readonly number[], steps: number): number {
  const [edge, inner] = values as [number, number];
  const next = edge + steps * (edge - inner);
  return Number(digits(next > 0 ? next : edge / (2 * steps), 12));
}

/** Two values count as a ratio from a factor of 3; more of them when their ratios vary less than their steps. */
function isGeometric(values: readonly number[]): boolean {
  if (values.some((value) => value <= 0)) return false;
  const pairs = values.slice(1).map((value, i): [number, number] => [value, values[i]!]);
  const ratios = pairs.map(([a, b]) => Math.max(a / b, b / a));
  if (pairs.length === 1) return ratios[0]! >= 3;
  return spread(ratios) < spread(pairs.map(([a, b]) => Math.abs(a - b)));
}

function spread(values: readonly number[]): number {
  return Math.max(...values) / Math.min(...values);
}

function significantDigits(value: number): number {
  return value.toExponential().replace(/e.*$/, "").replaceAll(/[-.]/g, "").length;
}
