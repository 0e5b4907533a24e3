import type { Work } from "./kinds/trial-kind.ts";

/** Seconds that a machine takes for things. */
export interface Rates {
  /** For each unit of work, on one core. */
  readonly work: Readonly<Record<keyof Work, number>>;
  /** For a trial besides its work: handing it to a thread, opening it, storing its record. */
  readonly trial: number;
  /** For a sweep besides its trials: process, threads, tables and report. */
  readonly sweep: number;
  /** For each example of a data set, by its name: drawing or reading it. */
  readonly load: Readonly<Record<string, number>>;
}

/** How many times as long as the typical machine another one takes, for three kinds of work. */
export interface TimeFactors {
  /** Training on images. */
  readonly sparse: number;
  /** Training layers behind the first. */
  readonly dense: number;
  /** Training tiny networks, and everything else. */
  readonly rest: number;
}

/**
 * One core of a 2.8 GHz Xeon server, fitted to 60 networks of 0 to 2 hidden layers on images and points in the plane,
 * batches of 1 to all examples. Ratios between trials follow from it on any machine.
 */
export const TYPICAL_RATES: Rates = {
  work: {
    sparse: 1.35e-11,
    dense: 4.5e-11,
    activations: 1.35e-9,
    examples: 2.5e-8,
    batches: 8e-8,
    fetches: 3.8e-10,
    parameters: 1.6e-7,
    epochs: 2e-6,
  },
  trial: 1e-3,
  sweep: 0.75,
  load: { digits: 1.5e-5, mnist: 4e-6 },
};

/** Returns the rates of a machine that was measured. */
export function ratesAt({ sparse, dense, rest }: TimeFactors): Rates {
  const { work, trial, sweep, load } = TYPICAL_RATES;
  const factors: Partial<Record<string, number>> = { sparse, dense, fetches: dense };
  const scale = <Key extends string>(rates: Readonly<Record<Key, number>>): Record<Key, number> =>
    Object.fromEntries(
      Object.entries<number>(rates).map(([key, seconds]) => [key, seconds * (factors[key] ?? rest)]),
    ) as Record<Key, number>;
  return { work: scale(work), trial: trial * rest, sweep: sweep * rest, load: scale(load) };
}

/** Returns the seconds that some work takes one core. */
export function workSeconds(work: Work, { work: rates }: Rates): number {
  let seconds = 0;
  for (const unit in rates) seconds += work[unit as keyof Work] * rates[unit as keyof Work];
  return seconds;
}
