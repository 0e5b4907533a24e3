import { plotScale } from "../../report/pictures/plot-scale.ts";
import { metricNamed, spansMagnitudes } from "../../metrics/metrics.ts";
import type { Curve } from "./curve.ts";

/** Where the points of a chart lie, in pixels. */
export interface CurveFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (epoch: number) => number;
  readonly y: (value: number) => number;
  readonly epochs: number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

const MARGIN = { left: 56, right: 14, top: 12, bottom: 28 };
const PIXELS_PER_TICK = 64;

/** Returns a frame around curves of one metric. */
export function curveFrame(
  metric: string,
  curves: readonly Curve[],
  { width, height }: { width: number; height: number },
): CurveFrame {
  const [left, right] = [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)];
  const [top, bottom] = [MARGIN.top, height - MARGIN.bottom];
  const epochs = curves.reduce((most, { values }) => Math.max(most, values.length - 1), 1);
  const scale = plotScale(extremes(curves), spansMagnitudes(metricNamed(metric)));
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    epochs,
    x: (epoch) => left + (epoch / epochs) * (right - left),
    y: (value) => bottom - scale.share(value) * (bottom - top),
    xTicks: wholeTicks(epochs, Math.max(2, Math.floor((right - left) / PIXELS_PER_TICK))),
    yTicks: scale.ticks,
  };
}

/** Returns the least and the largest value; 0 and 1 where there is none. */
function extremes(curves: readonly Curve[]): number[] {
  let [low, high] = [Infinity, -Infinity];
  for (const { values } of curves) {
    for (const value of values) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : [0, 1];
}

/** Returns at most `most` + 1 round whole numbers from 0 to `last`. */
function wholeTicks(last: number, most: number): number[] {
  const steps = [1, 2, 5].flatMap((digit) => [0, 1, 2, 3, 4, 5].map((zeros) => Number(`${digit}e${zeros}`)));
  const step = steps.toSorted((a, b) => a - b).find((size) => last / size <= most) ?? last;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);
}
