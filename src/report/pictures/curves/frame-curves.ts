import { metricNamed } from "../../../metrics/metrics.ts";
import { nearScale } from "../near-scale.ts";
import { metricScale, type PlotScale } from "../plot-scale.ts";
import type { CurvePoint, LearningCurve } from "./learning-curves.ts";
import { largestOf, smallestOf } from "../../../math/extremes.ts";

/** Where the points of curves lie: from its first to its last epoch, and on a scale of values. */
export interface CurveFrame {
  readonly scale: PlotScale;
  readonly firstEpoch: number;
  readonly lastEpoch: number;
  /** The better values are the lower ones. */
  readonly isLoss: boolean;
  /** The scale of all values; absent where `scale` is it. */
  readonly whole?: PlotScale;
}

/** Below these numbers the untrained network stays in the picture. */
const FEWEST_EPOCHS = 3;
const SMALLEST_SHARE = 0.5;

/**
 * Returns the frame that holds the curves. Where they differ little beside their jump from the untrained network, which
 * would take up half of the picture, it begins at epoch 1. Where the better half of them would be one line, it shows
 * the values near their ends.
 */
export function frameCurves(curves: readonly LearningCurve[], metric: string): CurveFrame {
  const points = curves.flatMap((curve) => curve.points);
  const trained = points.filter(({ epoch }) => epoch > 0);
  const lastEpoch = largestOf(points.map(({ epoch }) => epoch));
  const isLoss = metricNamed(metric).goal === "minimize";
  const whole = scaleOf(points, metric);
  const beginsLate = lastEpoch >= FEWEST_EPOCHS && shareOf(trained, whole) < SMALLEST_SHARE;
  const scale = beginsLate ? scaleOf(trained, metric) : whole;
  const near = scaleNearEnds(curves, scale);
  const frame = { isLoss, firstEpoch: beginsLate || near ? 1 : 0, lastEpoch };
  return near ? { ...frame, scale: near, whole: scale } : { ...frame, scale };
}

/** Returns a scale near the ends of curves, where these would be one line. */
function scaleNearEnds(curves: readonly LearningCurve[], whole: PlotScale): PlotScale | undefined {
  const finished = curves.filter(({ diverged }) => !diverged);
  const ends = finished.map(({ points }) => points.at(-1)!.mean);
  return nearScale(ends, whole, (place) => valuesNearEnd(finished[place]!));
}

/** Of the second half. */
function valuesNearEnd({ points }: LearningCurve): number[] {
  const half = points.at(-1)!.epoch / 2;
  return points.filter(({ epoch }) => epoch > 0 && epoch >= half).map(({ mean }) => mean);
}

function scaleOf(points: readonly CurvePoint[], metric: string): PlotScale {
  return metricScale(
    metric,
    points.map(({ mean }) => mean),
    valuesOf(points),
  );
}

/** Which share of the height the points take up. */
function shareOf(points: readonly CurvePoint[], { share }: PlotScale): number {
  const shares = valuesOf(points).map(share);
  return largestOf(shares) - smallestOf(shares);
}

function valuesOf(points: readonly CurvePoint[]): number[] {
  return points.flatMap(({ low, high }) => [low, high]);
}
