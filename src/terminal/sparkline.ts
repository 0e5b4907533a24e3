import type { Interval } from "../math/statistics.ts";
import type { LearningCurve } from "../report/pictures/curves/learning-curves.ts";
import type { Glyphs } from "./glyphs.ts";

/** The axes of all curves in a table. */
export interface SparkAxes {
  readonly epochs: Interval;
  readonly values: Interval;
}

/** Returns a curve as one line of at most `width` characters; it ends where it diverged, with a cross. */
export function sparkline(
  { points, diverged }: LearningCurve,
  { epochs, values }: SparkAxes,
  { glyphs, width }: { glyphs: Glyphs; width: number },
): string {
  const cells = Array.from({ length: cellCount(epochs, width) }, (_, i) => {
    const epoch = epochs.low + Math.round((i * (epochs.high - epochs.low)) / (cellCount(epochs, width) - 1));
    return epoch > points.at(-1)!.epoch ? undefined : points.findLast((point) => point.epoch <= epoch);
  });
  const levels = cells.map((point) => (point ? glyphs.levels[levelOf(point.mean, values)]! : ""));
  return levels.join("") + (diverged ? glyphs.cross : "");
}

/** With fewer epochs the untrained network stays in the picture. */
const FEWEST_EPOCHS = 3;

/**
 * Returns axes for the curves of a table. They leave out the untrained network, whose values would make all curves alike,
 * and the values of curves that diverged or are in the worse half. Undefined without two epochs.
 *
 * @param ranked The best first.
 */
export function sparkAxes(ranked: readonly LearningCurve[]): SparkAxes | undefined {
  const all = rangeOf(ranked.flatMap(({ points }) => points.map(({ epoch }) => epoch)));
  const epochs = all.high >= FEWEST_EPOCHS ? { low: Math.max(1, all.low), high: all.high } : all;
  const completed = ranked.filter(({ diverged }) => !diverged);
  const better = completed.slice(0, Math.max(2, Math.ceil(completed.length / 2)));
  const means = (better.length > 0 ? better : ranked).flatMap(({ points }) =>
    points.filter(({ epoch }) => epoch >= epochs.low).map(({ mean }) => mean),
  );
  return epochs.low < epochs.high ? { epochs, values: rangeOf(means) } : undefined;
}

function cellCount({ low, high }: Interval, width: number): number {
  return Math.min(width, high - low + 1);
}

function levelOf(value: number, { low, high }: Interval): number {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return Math.min(7, Math.max(0, Math.floor(share * 8)));
}

function rangeOf(values: readonly number[]): Interval {
  return values.reduce(
    ({ low, high }, value) => ({ low: Math.min(low, value), high: Math.max(high, value) }),
    { low: Infinity, high: -Infinity },
  );
}
