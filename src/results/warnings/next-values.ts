import { digits } from "../figure-text.ts";
import { largestOf, smallestOf } from "../../math/extremes.ts";

/** Values to try next where the best value of an axis is its smallest or largest. */
export interface NextValues {
  /** In the gap between the edge and its neighbour; empty unless the gap is wide. */
  readonly between: readonly number[];
  /** Outside the range, the nearest first. */
  readonly beyond: readonly number[];
}

/** The values that an axis can have. */
export interface Limits {
  readonly whole: boolean;
  readonly isAllowed: (value: number) => boolean;
}

/** Neighbours that differ by a larger factor leave a gap between them. */
const WIDEST = 10;
/** Neighbours that differ by a smaller factor are continued by it, others by this factor and by the widest. */
const STEP = 3;
const MOST_VALUES = 2;

/**
 * Returns up to two values to try next. `values` lead away from the edge, which comes first, rising or falling. Where
 * they are spread by ratio, a wide gap beside the edge is filled first, and the values beyond it are at factors of
 * about 3 and 10. Otherwise they continue the step, or are halves where the step would end at 0.
 */
export function nextValues(values: readonly number[], limits: Limits): NextValues {
  const isNew = (value: number): boolean => limits.isAllowed(value) && !values.includes(value);
  const sound = (wanted: readonly number[]): number[] => [
    ...new Set(wanted.map((value) => (limits.whole ? Math.round(value) : value)).filter(isNew)),
  ];
  const [edge, inner] = values as [number, number];
  const positive = values.filter((value) => value > 0);
  if (edge <= 0 || (positive.length > 1 && !isGeometric(positive)))
    return { between: [], beyond: sound([byStep(values, 1), byStep(values, 2)]) };
  const between = isGap(edge, inner)
    ? sound([oneDigit(inner > 0 ? Math.sqrt(edge * inner) : edge / STEP)])
    : [];
  return { between, beyond: sound(byRatio(values)).slice(0, MOST_VALUES - between.length) };
}

function isGap(edge: number, inner: number): boolean {
  return inner <= 0 || factorOf(edge, inner) > WIDEST * (1 + 1e-9); // 1e-9: rounding
}

function byRatio(values: readonly number[]): number[] {
  const [edge, inner] = values as [number, number];
  const factor = inner > 0 ? factorOf(edge, inner) : WIDEST;
  const scale = (by: number): number => (edge > inner ? edge * by : edge / by);
  if (factor >= STEP) return [STEP, WIDEST].map((by) => oneDigit(scale(by)));
  return [factor, factor * factor].map((by) => Number(digits(scale(by), 4)));
}

function byStep(values: readonly number[], steps: number): number {
  const [edge, inner] = values as [number, number];
  const next = edge + steps * (edge - inner);
  return Number(digits(next > 0 || edge <= 0 ? next : edge / (2 * steps), 12));
}

/** Two values are spread by ratio from a factor of 3 on; more of them when their ratios vary less than their steps. */
function isGeometric(values: readonly number[]): boolean {
  const pairs = values.slice(1).map((value, i): [number, number] => [value, values[i]!]);
  const factors = pairs.map(([a, b]) => factorOf(a, b));
  if (pairs.length === 1) return factors[0]! >= STEP;
  return spread(factors) < spread(pairs.map(([a, b]) => Math.abs(a - b)));
}

function factorOf(a: number, b: number): number {
  return Math.max(a / b, b / a);
}

function spread(values: readonly number[]): number {
  return largestOf(values) / smallestOf(values);
}

/** Rounds to one digit, and 9 to 10: 1, 3, 10, 30. */
function oneDigit(value: number): number {
  return Number(value.toExponential(0).replace(/^9/, "10"));
}
