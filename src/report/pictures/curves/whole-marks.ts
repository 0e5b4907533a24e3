import { ruleMark, type GroupMark, type Mark } from "../chart.ts";
import { AXIS, FAINT_INK, GREY } from "../colors.ts";
import type { PlotScale } from "../plot-scale.ts";
import { tickText } from "../value-axis.ts";
import { curveLine, type CurveFigure } from "./curve-marks.ts";
import type { DrawnCurves } from "./named-curves.ts";

/** Below the names of the epochs. */
const GAP = 62;
const HEIGHT = 84;

/** Returns a strip below the curves that shows all of their values, and which of them the chart above shows. */
export function wholeMarks({ named, grey }: DrawnCurves, whole: PlotScale, figure: CurveFigure): GroupMark {
  const { frame, metric } = figure;
  const size = { width: figure.size.width, height: HEIGHT };
  const inStrip = { ...figure, size, frame: { ...frame, scale: whole } };
  const [low, high] = frame.scale.domain.map((end) => (1 - whole.share(end)) * HEIGHT) as [number, number];
  const [from, to] = [Math.max(0, high), Math.min(HEIGHT, low)];
  const edges = { color: AXIS, width: 1, opacity: 0.6 };
  return {
    mark: "group",
    x: 0,
    y: figure.size.height + GAP,
    size,
    marks: [
      { mark: "box", x: 0, y: from, width: size.width, height: to - from, color: GREY, opacity: 0.35 },
      ...[0, HEIGHT].map((y) => ruleMark({ x: 0, y }, { x: size.width, y }, edges)),
      ...whole.domain.map((end): Mark => {
        const y = (1 - whole.share(end)) * HEIGHT;
        return { mark: "text", x: -8, y, text: tickText(metric, end), anchor: "end", color: FAINT_INK };
      }),
      ...[...grey.toReversed(), ...named.toReversed()].map((curve) =>
        curveLine(curve, inStrip, { width: 1.2 }),
      ),
    ],
  };
}
