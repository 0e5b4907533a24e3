import type { Distribution as Distributed, ValueRange } from "../../../fields/experiment-file.ts";
import { exp } from "../../../math/exp.ts";
import { log } from "../../../math/log.ts";
import { stepped, type Choice, type Drawn } from "./imported-sweep.ts";

/** A map of a distribution's numbers. */
export interface Distribution {
  readonly name: string;
  /** Returns one of its numbers. */
  readonly number: (key: string, standard?: number) => number;
}

/** Integers up to this many are all values of their own. */
const MOST_INTEGERS = 20;

/** What is known of each distribution: the numbers between which most of its draws are, and whether their logarithms are even. */
const BOUNDS: Readonly<Record<string, (d: Distribution) => Bounds>> = {
  uniform: ({ number }) => ({ from: number("min"), to: number("max") }),
  log_uniform: ({ number }) => ({ from: exp(number("min")), to: exp(number("max")), isLog: true }),
  log_uniform_values: ({ number }) => ({ from: number("min"), to: number("max"), isLog: true }),
  inv_log_uniform: ({ number }) => ({ from: exp(-number("max")), to: exp(-number("min")), isLog: true }),
  inv_log_uniform_values: ({ number }) => ({ from: number("min"), to: number("max"), isLog: true }),
  normal: ({ number }) => {
    const [mu, sigma] = [number("mu", 0), number("sigma", 1)];
    return { from: mu - 2 * sigma, to: mu + 2 * sigma, isGuess: true };
  },
  log_normal: ({ number }) => {
    const [mu, sigma] = [number("mu", 0), number("sigma", 1)];
    return { from: exp(mu - 2 * sigma), to: exp(mu + 2 * sigma), isLog: true, isGuess: true };
  },
  beta: () => ({ from: 0, to: 1, isGuess: true }),
};

/** The names of all distributions; most may also have q_ before them. */
export const DISTRIBUTIONS: readonly string[] = ["int_uniform", ...Object.keys(BOUNDS)];
/** Multiples of a step that are an axis of their own. */
const MOST_STEPS = 1000;

/** Returns what a distribution is in an experiment. @param unknown Makes the error that there is no such one. */
export function choiceOf(distribution: Distribution, isGrid: boolean, unknown: () => Error): Choice {
  const { name, number } = distribution;
  if (name === "int_uniform") return integers(number("min"), number("max"));
  const isQuantized = name.startsWith("q_");
  const q = isQuantized ? number("q", 1) : 0;
  if (name === "q_uniform" && isGrid) {
    const [from, to] = [number("min"), number("max")];
    return { values: stepped(from, q, Math.max(0, Math.ceil((to - from) / q))) }; // max is not one of them
  }
  const key = isQuantized ? name.slice(2) : name;
  const bounds = Object.hasOwn(BOUNDS, key) ? BOUNDS[key]?.(distribution) : undefined;
  if (!bounds || !(bounds.from < bounds.to)) throw unknown();
  const spread = (count: number): ValueRange | readonly number[] => {
    const range = rangeOf(bounds, count);
    return isQuantized ? quantized(bounds, count, q) : range;
  };
  const what = `${name} from ${rounded(bounds.from)} to ${rounded(bounds.to)}`;
  return { spread, what, drawn: drawnFrom(bounds, q, what) };
}

/** @param q The step of its values; 0 = none. */
function drawnFrom(bounds: Bounds, q: number, what: string): Drawn {
  const { from, to, isLog = false, isGuess = false } = bounds;
  const steps = q > 0 ? stepsOf(bounds, q) : undefined;
  const guess = isGuess ? { guess: `${what}, is drawn evenly between these ends` } : {};
  if (steps) return { from: steps, ...guess };
  const ends = { from: rounded(from), to: rounded(to) };
  const whole = isLog ? { logUniform: ends } : { uniform: ends };
  return q > 0
    ? { from: whole, guess: `${what}, is drawn without its step of ${q}` }
    : { from: whole, ...guess };
}

/** Returns the multiples of a step between two ends; undefined where an experiment cannot draw them. */
function stepsOf({ from, to, isLog = false }: Bounds, step: number): Distributed | ValueRange | undefined {
  const [first, last] = [
    exact(Math.ceil(exact(from / step)) * step),
    exact(Math.floor(exact(to / step)) * step),
  ];
  if (!(first < last) || (isLog && first <= 0)) return undefined;
  const ends = { from: first, to: last, step };
  if ([first, last, step].every(Number.isSafeInteger))
    return { integers: { ...ends, ...(isLog && { log: true }) } };
  return isLog || (last - first) / step > MOST_STEPS ? undefined : { range: ends };
}

function integers(from: number, to: number): Choice {
  const count = to - from + 1;
  const drawn = from < to ? { drawn: { from: { integers: { from, to } } } } : {};
  if (count <= MOST_INTEGERS) return { values: stepped(from, 1, count), ...drawn };
  return {
    ...drawn,
    spread: (wanted) => evenly({ from, to }, wanted).map((value) => Math.round(value)),
    what: `whole numbers from ${from} to ${to}`,
  };
}

interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly isLog?: boolean;
  /** Its draws are not evenly spread between them. */
  readonly isGuess?: boolean;
}

function rangeOf({ from, to, isLog = false }: Bounds, count: number): ValueRange {
  const ends = { from: rounded(from), to: rounded(to), count };
  return isLog ? { logspace: ends } : { linspace: ends };
}

function evenly({ from, to, isLog = false }: Bounds, count: number): number[] {
  const [first, last] = isLog ? [log(from), log(to)] : [from, to];
  return Array.from({ length: count }, (_, i) => {
    const value = first + ((last - first) * i) / (count - 1);
    return isLog ? exp(value) : value;
  });
}

/** Returns different multiples of q. */
function quantized(bounds: Bounds, count: number, q: number): number[] {
  const values = evenly(bounds, count).map((value) => exact(Math.round(value / q) * q));
  return [...new Set(values)];
}

/** Of what was computed, four digits are enough; what was written keeps all of its own. */
function rounded(value: number): number {
  return String(value).length > 12 ? Number(value.toPrecision(4)) : value;
}

/** Without the noise of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
