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
 * @param valuesOf What the scale must hold for the best so many.
 */
export function nearScale(
  ranked: readonly number[],
  whole: PlotScale,
  valuesOf: (count: number) => readonly number[],
): PlotScale | undefined {
  if (whole.type === "log" || ranked.length < 2) return undefined;
  const better = Math.max(2, Math.ceil(ranked.length / 2));
  const gap = Math.abs(ranked[0]! - ranked[better - 1]!) / (better - 1);
  const isDistinct = (scale: PlotScale): boolean => gap >= APART * spanOf(scale);
  if (isDistinct(whole)) return undefined;
  const fewest = Math.ceil((1 - MOST_LEFT_OUT) * ranked.length);
  const scales = Array.from({ length: ranked.length - fewest + 1 }, (_, leftOut) =>
    plotScale(valuesOf(ranked.length - leftOut), false),
  );
  const near = scales.find(isDistinct) ?? scales.at(-1)!;
  return LEAST_GAIN * spanOf(near) <= spanOf(whole) ? near : undefined;
}

function spanOf({ domain: [low, high] }: PlotScale): number {
  return high - low;
}
