import { metricNamed } from "../../../metrics/metrics.ts";
import type { CurvePoint, LearningCurve } from "./learning-curves.ts";
import type { PlotFrame } from "../plot-frame.ts";
import { plotScale, type PlotScale } from "../plot-scale.ts";

/** With fewer epochs, or a larger share, the picture includes the untrained network. */
const FEWEST_EPOCHS = 3;
const SMALLEST_SHARE = 0.5;

/**
 * Returns the frame that contains the curves. Where their first step from the untrained network would take up half of the
 * picture, the frame begins at epoch 1.
 */
export function frameCurves(curves: readonly LearningCurve[], metric: string): PlotFrame {
  const points = curves.flatMap((curve) => curve.points);
  const trained = points.filter(({ epoch }) => epoch > 0);
  const lastEpoch = Math.max(...points.map(({ epoch }) => epoch));
  const isLoss = metricNamed(metric).goal === "minimize";
  const whole = scaleOf(points, isLoss);
  const beginsLate = lastEpoch >= FEWEST_EPOCHS && shareOf(trained, whole) < SMALLEST_SHARE;
  const scale = beginsLate ? scaleOf(trained, isLoss) : whole;
  return { scale, isLoss, firstEpoch: beginsLate ? 1 : 0, lastEpoch };
}

function scaleOf(points: readonly CurvePoint[], isLoss: boolean): PlotScale {
  return plotScale(valuesOf(points), isLoss);
}

/** Which share of the height the points take up. */
function shareOf(points: readonly CurvePoint[], { share }: PlotScale): number {
  const shares = valuesOf(points).map(share);
  return Math.max(...shares) - Math.min(...shares);
}

function valuesOf(points: readonly CurvePoint[]): number[] {
  return points.flatMap(({ low, high }) => [low, high]);
}
