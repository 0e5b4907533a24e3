import type { Column, ColumnValue } from "../../spec/sweep.ts";
import { DISTINCT, distinctColor, sequenceColor } from "./colors.ts";

/** A setting as far as its colour goes. */
interface Setting {
  readonly index: number;
  readonly values: readonly (ColumnValue | null)[];
}

/**
 * Returns the colour of each setting by its index: the same in every picture, on the page and in the terminal, because it
 * follows from the grid and not from ranks. Along a sequence where a single axis of numbers orders them, else a distinct
 * one for each, as far as there are so many.
 */
export function settingColors(
  settings: readonly Setting[],
  columns: readonly Pick<Column, "path">[],
): string[] {
  const colors: string[] = [];
  const places = placesOf(settings, columns);
  const last = Math.max(1, settings.length - 1);
  settings.forEach(({ index }, i) => {
    colors[index] = places ? sequenceColor(places[i]! / last) : distinctColor(index);
  });
  return colors;
}

/** Returns where each setting is in the sequence; undefined where each has a distinct colour. */
function placesOf(settings: readonly Setting[], columns: readonly unknown[]): number[] | undefined {
  // `full` is the largest batchSize.
  const numbers = settings.map(({ values: [value] }) => (value === "full" ? Infinity : value));
  if (columns.length === 1 && numbers.every((number) => typeof number === "number")) {
    const sorted = numbers.toSorted((a, b) => a - b);
    return numbers.map((number) => sorted.indexOf(number));
  }
  if (settings.length <= DISTINCT.length) return undefined;
  const stride = strideFor(settings.length);
  return settings.map(({ index }) => (index * stride) % settings.length);
}

/** Neighbours in a grid are far apart in the sequence: a stride near the golden section reaches every place. */
function strideFor(count: number): number {
  let stride = Math.max(1, Math.round(0.382 * count));
  while (hasDivisor(stride, count)) stride++;
  return stride;
}

function hasDivisor(a: number, b: number): boolean {
  return b === 0 ? a > 1 : hasDivisor(b, a % b);
}
