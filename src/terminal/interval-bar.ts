import type { Interval, Statistics } from "../math/statistics.ts";
import type { Glyphs } from "./glyphs.ts";
import { largestOf, smallestOf } from "../math/extremes.ts";

/**
 * Returns a mean and its interval on a scale of `width` characters, as "  ──●──  "; where the interval leaves
 * the scale there is an arrow at its end, and a mean alone is a dot.
 */
export function intervalBar(
  { mean, ci95 }: Statistics,
  scale: Interval,
  { glyphs, width }: { glyphs: Glyphs; width: number },
): string {
  if (mean === null) return "";
  const place = (value: number): number =>
    Math.round(((value - scale.low) / (scale.high - scale.low)) * (width - 1));
  const { low, high } = ci95 ?? { low: mean, high: mean };
  const cells = Array.from({ length: width }, (_, i) => {
    if (i === place(mean)) return glyphs.mean;
    if (i === 0 && place(low) < 0) return glyphs.below;
    if (i === width - 1 && place(high) >= width) return glyphs.above;
    return place(low) <= i && i <= place(high) ? glyphs.line : " ";
  });
  return cells.join("");
}

/** A scale reaches beyond its means by no more than so many times their range: wide intervals would leave them one dot. */
const MOST_BEYOND = 4;

/**
 * Returns the scale of a table's bars: the intervals of the better half of its rows, because a value far behind would leave
 * no room to distinguish the others. It never leaves the range of the metric. Undefined where there is no interval, or
 * nothing to distinguish.
 *
 * @param ranked The best first.
 */
export function barScale(
  ranked: readonly Statistics[],
  bounds: Interval = { low: -Infinity, high: Infinity },
): Interval | undefined {
  const known = ranked.flatMap(({ mean, ci95 }) =>
    mean === null || ci95 === null ? [] : [{ mean, ...ci95 }],
  );
  const better = known.slice(0, Math.max(2, Math.ceil(known.length / 2)));
  const means = better.map(({ mean }) => mean);
  const range = largestOf(means) - smallestOf(means);
  const reach = range > 0 ? MOST_BEYOND * range : Infinity;
  const low = Math.max(bounds.low, smallestOf(means) - reach, smallestOf(better.map((each) => each.low)));
  const high = Math.min(bounds.high, largestOf(means) + reach, largestOf(better.map((each) => each.high)));
  return low < high ? { low, high } : undefined;
}
