import { largestOf, smallestOf } from "../../math/extremes.ts";
import { plotScale, type PlotScale } from "./plot-scale.ts";

/** Two values closer than this share of the height look like one. */
const APART = 0.04;
/** A scale near the best values shows differences at least so many times as large. */
const LEAST_GAIN = 2;
/** It may leave out this share of the values: the worst ones. */
const MOST_LEFT_OUT = 1 / 3;

/**
 * Returns a linear scale on which the better half of some values are distinguishable, or as nearly as leaving out some of
 * the others allows; undefined where they already are on the whole scale, or where it shows magnitudes.
 *
 * @param ranked The best first.
 * @param valuesOf What the scale must hold of each of them, by its place.
 */
export function nearScale(
  ranked: readonly number[],
  whole: PlotScale,
  valuesOf: (place: number) => readonly number[],
): PlotScale | undefined {
  if (whole.type === "log" || ranked.length < 2) return undefined;
  const better = Math.max(2, Math.ceil(ranked.length / 2));
  const gap = Math.abs(ranked[0]! - ranked[better - 1]!) / (better - 1);
  const isDistinct = (scale: PlotScale): boolean => gap >= APART * spanOf(scale);
  if (isDistinct(whole)) return undefined;
  const fewest = Math.ceil((1 - MOST_LEFT_OUT) * ranked.length);
  const ends = runningEnds(ranked.map((_, place) => valuesOf(place)));
  let near = plotScale(ends.at(-1)!, false);
  for (let count = ranked.length - 1; count >= fewest && !isDistinct(near); count--)
    near = plotScale(ends[count - 1]!, false);
  return LEAST_GAIN * spanOf(near) <= spanOf(whole) ? near : undefined;
}

/** Returns the least and the largest value of each list and all before it. */
function runningEnds(lists: readonly (readonly number[])[]): [number, number][] {
  let [low, high] = [Infinity, -Infinity];
  return lists.map((values) => {
    [low, high] = [Math.min(low, smallestOf(values)), Math.max(high, largestOf(values))];
    return [low, high];
  });
}

function spanOf({ domain: [low, high] }: PlotScale): number {
  return high - low;
}
