import type { AreaMark, Chart, LineMark, Mark, Place } from "../chart.ts";
import type { PlotScale } from "../plot-scale.ts";
import { countAxis, tickText, valueAxis } from "../value-axis.ts";
import type { CurveFrame } from "./frame-curves.ts";
import type { ColoredCurve, DrawnCurves, NamedCurve } from "./named-curves.ts";
import { spreadLabels } from "./spread-labels.ts";

const LINE_WIDTH = 2.2;
const LINE_HEIGHT = 17;
/** From the end of a curve to its name. */
const BESIDE = 20;

/** What curves are drawn in. */
export interface CurveFigure {
  readonly metric: string;
  readonly frame: CurveFrame;
  readonly size: Chart["size"];
  readonly unit: "epoch" | "step";
}

/** Returns the marks of curves: axes, grey curves, bands, lines and their ends, and names beside them; diverged ones end in a cross. */
export function curveMarks({ named, grey }: DrawnCurves, figure: CurveFigure): Mark[] {
  const { metric, frame, size, unit } = figure;
  const completed = named.filter(({ diverged }) => !diverged);
  const diverged = named.filter((curve) => curve.diverged);
  // Later marks are drawn on top: the best over the others, but short curves over long ones.
  const byLength = completed.toReversed().sort((a, b) => b.points.length - a.points.length);
  return [
    ...valueAxis(frame.scale, metric, { size, direction: "up" }),
    ...countAxis([frame.firstEpoch, frame.lastEpoch], unit, size),
    ...grey.toReversed().map((curve) => curveLine(curve, figure, { width: 1 })),
    ...named.toReversed().map((curve) => band(curve, figure)),
    ...byLength.map((curve) => curveLine(curve, figure, { width: LINE_WIDTH })),
    ...diverged.map((curve) => curveLine(curve, figure, { width: LINE_WIDTH, isDashed: true })),
    ...named.flatMap((curve) => endMark(curve, figure)),
    ...nameMarks(named, figure),
  ];
}

/** Returns the line of a curve. */
export function curveLine(
  curve: ColoredCurve,
  { frame, size }: Pick<CurveFigure, "frame" | "size">,
  paint: Pick<LineMark, "width" | "isDashed">,
): LineMark {
  const places = pointsFrom(curve, frame).map((point) => placeOf(point, frame, size));
  return { mark: "line", places, color: curve.color, isClipped: true, ...paint };
}

function pointsFrom({ points }: ColoredCurve, { firstEpoch }: CurveFrame): ColoredCurve["points"] {
  return points.filter(({ epoch }) => epoch >= firstEpoch);
}

function placeOf(
  { epoch, mean }: { epoch: number; mean: number },
  { firstEpoch, lastEpoch, scale }: CurveFrame,
  { width, height }: Chart["size"],
): Place {
  const x = ((epoch - firstEpoch) / Math.max(1, lastEpoch - firstEpoch)) * width;
  return { x, y: heightOf(mean, scale, height) };
}

function heightOf(value: number, { share, type, domain }: PlotScale, height: number): number {
  const isBelow = type === "log" && value < domain[0];
  return (1 - (isBelow ? 0 : share(value))) * height;
}

function band(curve: ColoredCurve, { frame, size }: CurveFigure): AreaMark {
  const spans = pointsFrom(curve, frame).map((point) => ({
    x: placeOf(point, frame, size).x,
    low: heightOf(point.low, frame.scale, size.height),
    high: heightOf(point.high, frame.scale, size.height),
  }));
  return { mark: "area", spans, color: curve.color, opacity: 0.12, isClipped: true };
}

function endMark(curve: NamedCurve, { frame, size }: CurveFigure): Mark[] {
  const { x, y } = placeOf(curve.points.at(-1)!, frame, size);
  if (y < 0 || y > size.height) return [];
  const { color, diverged } = curve;
  return [diverged ? { mark: "cross", x, y, radius: 4, color } : { mark: "dot", x, y, radius: 3.4, color }];
}

/**
 * Returns the names of curves, beside their ends but apart from each other, each with a thin line to its end. Diverged
 * curves end elsewhere: their names are where the worst values would be. The names of those that leave the chart say where
 * they end.
 */
function nameMarks(named: readonly NamedCurve[], { metric, frame, size }: CurveFigure): Mark[] {
  const ends = named.map((curve) => {
    const { x, y } = placeOf(curve.points.at(-1)!, frame, size);
    if (curve.diverged) return { x, y: frame.isLoss ? 0 : size.height, beyond: "" };
    const beyond = y < 0 ? "↑" : y > size.height ? "↓" : "";
    return { x, y: Math.min(size.height, Math.max(0, y)), beyond };
  });
  const places = spreadLabels(
    ends.map(({ y }) => y),
    LINE_HEIGHT,
    size.height,
  );
  return named.flatMap(({ name, color, diverged, points }, i): Mark[] => {
    const { x, y, beyond } = ends[i]!;
    const value =
      beyond === "" ? "" : ` ${beyond} ${tickText(metric, Number(points.at(-1)!.mean.toPrecision(3)))}`;
    const to = { x: size.width + BESIDE - 5, y: places[i]! };
    const label = {
      mark: "text",
      x: size.width + BESIDE,
      y: places[i]!,
      text: `${name}${value}`,
      color,
    } as const;
    if (diverged || beyond !== "") return [label];
    return [{ mark: "line", places: [{ x, y }, to], color, width: 1, opacity: 0.5 }, label];
  });
}
