import { digits } from "../figure-text.ts";

/**
 * Returns the next two values beyond the first of `values`, which lead away from it in order (rising or falling).
 * They continue its ratio where the values are spread by ratio, else its step, with as many digits as the values
 * have; only positive ones up to `largest`, whole ones where asked.
 */
export function nextValues(
  values: readonly number[],
  { whole, largest }: { whole: boolean; largest: number },
): number[] {
  const count = Math.min(4, Math.max(...values.map(significantDigits)));
  const found: number[] = [];
  let edge = values[0]!;
  for (let i = 1; i <= 2; i++) {
    const rounded = Number(digits(beyond(values, i), count));
    const next = whole ? Math.round(rounded) : rounded;
    if (!(next > 0 && next <= largest) || next === edge) break;
    found.push(next);
    edge = next;
  }
  return found;
}

function beyond(values: readonly number[], steps: number): number {
  const [edge, inner] = values as [number, number];
  if (!isGeometric(values)) return edge + steps * (edge - inner);
  const ratio = edge / inner;
  return steps === 1 ? edge * ratio : edge * ratio * ratio;
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
