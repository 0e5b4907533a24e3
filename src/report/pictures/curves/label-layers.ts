import type { NamedCurve } from "./named-curves.ts";
import { LETTER_WIDTH, pixels, PLOT, ROW_COLOR, type PlotFrame, type PlotLayer } from "../plot-frame.ts";
import { spreadLabels } from "./spread-labels.ts";

const LINE_HEIGHT = 17;
const TEXT_X = PLOT.width + 20;

/** Returns the width that names need to the right of the plot, in pixels. */
export function labelWidth(named: readonly NamedCurve[]): number {
  return TEXT_X - PLOT.width + LETTER_WIDTH * Math.max(...named.map(({ name }) => name.length)) + 12;
}

/**
 * Returns the layers with the names of curves, beside their ends but apart from each other, and with a thin line to
 * each end. Diverged curves end elsewhere: their names are where the worst values would be.
 */
export function labelLayers(named: readonly NamedCurve[], frame: PlotFrame): PlotLayer[] {
  const ends = named.map((curve) => endOf(curve, frame));
  const wanted = ends.map(({ y }) => y);
  const places = spreadLabels(wanted, LINE_HEIGHT, PLOT.height);
  const texts = named.map(({ name, color }, i) => ({ name, color, place: places[i]! }));
  const leaders = named.flatMap(({ color, diverged }, curve) => {
    const start = { ...ends[curve]!, color, curve };
    return diverged ? [] : [start, { x: TEXT_X - 5, y: places[curve]!, color, curve }];
  });
  return [
    {
      data: { values: leaders },
      mark: { type: "line", strokeWidth: 1, opacity: 0.5 },
      encoding: { x: pixels("x"), y: pixels("y"), color: ROW_COLOR, detail: { field: "curve" } },
    },
    {
      data: { values: texts },
      mark: { type: "text" },
      encoding: { x: { value: TEXT_X }, y: pixels("place"), text: { field: "name" }, color: ROW_COLOR },
    },
  ];
}

function endOf(
  { points, diverged }: NamedCurve,
  { scale, firstEpoch, lastEpoch, isLoss }: PlotFrame,
): { x: number; y: number } {
  const { epoch, mean } = points.at(-1)!;
  const share = diverged ? Number(isLoss) : scale.share(mean);
  const x = ((epoch - firstEpoch) / (lastEpoch - firstEpoch)) * PLOT.width;
  return { x, y: (1 - share) * PLOT.height };
}
