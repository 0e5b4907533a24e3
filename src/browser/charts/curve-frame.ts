import { metricNamed, spansMagnitudes } from "../../metrics/metrics.ts";
import { nearScale } from "../../report/pictures/near-scale.ts";
import { plotScale, type PlotScale } from "../../report/pictures/plot-scale.ts";
import { textWidth } from "../../report/pictures/text-width.ts";
import { wholeTicks } from "../../report/pictures/value-axis.ts";
import type { Curve } from "./curve.ts";
import { largestOf } from "../../math/extremes.ts";
import { valueAt, zoomed, type Zoom, type ZoomFrame } from "./zoom.ts";

/** Where the points of a chart lie, in pixels. */
export interface CurveFrame extends ZoomFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (epoch: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

/** What of the values a chart shows: those near the best ends, all of them, or all by their magnitude. */
export type CurveScale = "near" | "whole" | "log";

const MARGIN = { left: 56, right: 14, top: 12, bottom: 46 };
const PIXELS_PER_TICK = 64;
/** The fonts of systems are wider than those of pictures. */
export const SYSTEM_FONT = 1.12;
/** Before the names of curves that end beyond the scale. */
export const BEYOND = { below: "↓ ", above: "↑ " };
/** Of the names beside ends: no more than this share of the width, and none on a narrow screen. */
const [MOST_NAMES, NARROW] = [0.34, 560];

/** What a frame has room for. */
interface FrameOptions {
  readonly width: number;
  readonly height: number;
  /** Default: all values. */
  readonly scale?: CurveScale;
  readonly zoom?: Zoom | undefined;
}

/** Returns a frame around curves of one metric, the last of them the best, with room for their names. */
export function curveFrame(
  metric: string,
  curves: readonly Curve[],
  { width, height, scale: wanted = "whole", zoom }: FrameOptions,
): CurveFrame {
  const names =
    width < NARROW
      ? 0
      : Math.max(
          0,
          largestOf(
            curves.map(({ name = "" }) =>
              name === "" ? 0 : 18 + SYSTEM_FONT * textWidth(BEYOND.below + name),
            ),
          ),
        );
  const beside = Math.min(names, MOST_NAMES * width);
  const [left, right] = [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right - beside)];
  const [top, bottom] = [MARGIN.top, height - MARGIN.bottom];
  const epochs = curves.reduce((most, { values }) => Math.max(most, values.length - 1), 1);
  const [first, last] = zoom?.epochs ?? [0, epochs];
  const scale = zoomed(scaleOf(metric, zoom ? within(curves, [first, last]) : curves, wanted), zoom);
  const inside = (value: number): number => (scale.type === "log" ? Math.max(scale.domain[0], value) : value);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    epochs,
    shown: [first, last],
    x: (epoch) => left + ((epoch - first) / (last - first)) * (right - left),
    valueAt: (share) => valueAt(scale, share),
    y: (value) => bottom - scale.share(inside(value)) * (bottom - top),
    xTicks: wholeTicks(first, last, Math.max(3, Math.floor((right - left) / PIXELS_PER_TICK))),
    yTicks: scale.ticks,
  };
}

/** Returns curves as far as they lie between two epochs. */
function within(curves: readonly Curve[], [first, last]: Zoom["epochs"]): Curve[] {
  return curves.map((curve) => ({ ...curve, values: curve.values.slice(first, last + 1) }));
}

function scaleOf(metric: string, curves: readonly Curve[], wanted: CurveScale): PlotScale {
  const values = extremes(curves);
  const mayBeLog = wanted === "log" || spansMagnitudes(metricNamed(metric));
  const whole = plotScale(wanted === "log" ? values.map((value) => Math.max(value, 1e-9)) : values, mayBeLog);
  if (wanted !== "near") return whole;
  const ranked = curves.filter(({ values: [first] }) => first !== undefined).toReversed();
  const ends = ranked.map((curve) => lastOf(curve.values));
  return nearScale(ends, whole, (place) => nearEnd(ranked[place]!)) ?? whole;
}

/** Of the second half. */
function nearEnd({ values }: Curve): number[] {
  return values.slice(Math.max(1, Math.floor(values.length / 2))).filter((value) => value !== null);
}

function lastOf(values: Curve["values"]): number {
  return values.findLast((value) => value !== null) ?? 0;
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
