import type { Interval } from "../../math/statistics.ts";
import type { LearningCurve } from "../pictures/curves/learning-curves.ts";
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

/** Returns axes that contain every curve, except the values of diverged ones; undefined without two epochs. */
export function sparkAxes(curves: readonly LearningCurve[]): SparkAxes | undefined {
  const completed = curves.filter(({ diverged }) => !diverged);
  const means = (completed.length > 0 ? completed : curves).flatMap(({ points }) =>
    points.map(({ mean }) => mean),
  );
  const epochs = rangeOf(curves.flatMap(({ points }) => points.map(({ epoch }) => epoch)));
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
