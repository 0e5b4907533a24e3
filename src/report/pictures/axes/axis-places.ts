import { log } from "../../../math/log.ts";
import type { ColumnValue } from "../../../spec/sweep.ts";
import { largestOf, smallestOf } from "../../../math/extremes.ts";

/** Values that spread by at least this factor are placed by their logarithm. */
const LOG_SPREAD = 10;
/** Places closer than this share of the axis would be drawn over each other. */
const CLOSEST = 0.05;

/** The places of the values of an axis. */
export interface AxisPlaces {
  /** One for each value: 0 = lower end, 1 = upper end. */
  readonly places: readonly number[];
  /** They are numbers, which a line may connect; `full` is the largest. */
  readonly isOrdered: boolean;
  /** They are placed by their logarithm. */
  readonly isLog: boolean;
}

/** Returns places by the logarithm of numbers that spread widely, by the numbers themselves, or at equal distances. */
export function axisPlaces(values: readonly ColumnValue[]): AxisPlaces {
  const numbers = values.filter((value) => typeof value === "number");
  const isOrdered =
    values.length > 1 && values.every((value) => typeof value === "number" || value === "full");
  if (!isOrdered) return { places: equallyFar(values.map((_, i) => i)), isOrdered, isLog: false };
  const ranks = values.map((value) => (value === "full" ? values.length - 1 : rankOf(value, numbers)));
  const apart = numbers.length === values.length ? byValue(numbers) : undefined;
  if (!apart || !areApart(apart)) return { places: equallyFar(ranks), isOrdered, isLog: false };
  return { places: apart, isOrdered, isLog: isLogarithmic(numbers) };
}

function rankOf(value: number, numbers: readonly number[]): number {
  return numbers.filter((other) => other < value).length;
}

function byValue(numbers: readonly number[]): number[] {
  const [low, high] = [smallestOf(numbers), largestOf(numbers)];
  const measure = isLogarithmic(numbers) ? log : (value: number) => value;
  const span = measure(high) - measure(low);
  return numbers.map((value) => (measure(value) - measure(low)) / span);
}

function isLogarithmic(numbers: readonly number[]): boolean {
  const low = smallestOf(numbers);
  return low > 0 && largestOf(numbers) >= LOG_SPREAD * low;
}

function areApart(places: readonly number[]): boolean {
  const sorted = places.toSorted((a, b) => a - b);
  return sorted.slice(1).every((place, i) => place - sorted[i]! >= CLOSEST);
}

function equallyFar(ranks: readonly number[]): number[] {
  return ranks.map((rank) => (ranks.length === 1 ? 0.5 : rank / (ranks.length - 1)));
}
