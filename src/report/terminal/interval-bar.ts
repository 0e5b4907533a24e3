import type { Interval, Statistics } from "../../math/statistics.ts";
import type { Glyphs } from "./glyphs.ts";

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

/**
 * Returns the scale of a leaderboard's bars: the intervals of the better half: one that is far behind would leave no
 * room to distinguish the others. Undefined where there is no interval, or nothing to distinguish.
 *
 * @param ranked The best first.
 */
export function barScale(ranked: readonly Statistics[]): Interval | undefined {
  const intervals = ranked.flatMap(({ ci95 }) => ci95 ?? []);
  const better = intervals.slice(0, Math.max(2, Math.ceil(intervals.length / 2)));
  const low = Math.min(...better.map((interval) => interval.low));
  const high = Math.max(...better.map((interval) => interval.high));
  return low < high ? { low, high } : undefined;
}
