import { boundsOf, metricNamed } from "../metrics/metrics.ts";
import type { Interval } from "../math/statistics.ts";
import type { Board, BoardStanding } from "../results/board.ts";
import { figureText } from "../results/figure-text.ts";
import { settingColors } from "../report/pictures/setting-colors.ts";
import { learningCurves } from "../report/pictures/curves/learning-curves.ts";
import type { FittedColumn } from "./fit-table.ts";
import { barScale, intervalBar } from "./interval-bar.ts";
import type { Screen } from "./screen.ts";
import { sparkAxes, sparkline } from "./sparkline.ts";

const CURVE_WIDTH = 12;
const BAR_WIDTH = 15;
/** The bar is left out before the curve, because figures show the same. */
const BAR = 1;
const CURVE = 2;

/** Returns a column of bars for the intervals and one of learning curves, where there is something to draw. */
export function pictureColumns(
  board: Board,
  standings: readonly BoardStanding[],
  screen: Screen,
): FittedColumn[] {
  return [...barColumn(board, standings, screen), ...curveColumn(board, standings, screen)];
}

function barColumn(
  { experiment }: Board,
  standings: readonly BoardStanding[],
  { glyphs }: Screen,
): FittedColumn[] {
  const { metric } = experiment.objective;
  const scale = barScale(
    standings.map(({ configuration }) => configuration.objective),
    boundsOf(metricNamed(metric)),
  );
  if (!glyphs || !scale) return [];
  const heading = scaleText(metric, scale);
  const width = Math.max(BAR_WIDTH, heading.length);
  const cells = standings.map(({ configuration }) => {
    return intervalBar(configuration.objective, scale, { glyphs, width });
  });
  return [{ heading, cells, side: "left", dispensable: BAR }];
}

/** Returns the ends of a scale, each above its end; the unit is in the figures. */
function scaleText(metric: string, { low, high }: Interval): string {
  const [left, right] = [low, high].map((end) => figureText(metric, end).replace(" %", "")) as [
    string,
    string,
  ];
  return `${left}${" ".repeat(Math.max(2, BAR_WIDTH - left.length - right.length))}${right}`;
}

function curveColumn(
  board: Board,
  standings: readonly BoardStanding[],
  { glyphs, paint, inColor = (text) => text }: Screen,
): FittedColumn[] {
  const curves = learningCurves(board);
  const shown = standings.map(({ configuration }) => {
    return curves.find((curve) => curve.configuration === configuration);
  });
  const axes = sparkAxes(shown.flatMap((curve) => curve ?? []));
  if (!glyphs || !axes) return [];
  const settings = board.leaderboard.map(({ configuration }) => configuration);
  const colors = settingColors(settings, board.columns);
  const cells = shown.map((curve) => (curve ? sparkline(curve, axes, { glyphs, width: CURVE_WIDTH }) : ""));
  const { low, high } = axes.epochs;
  const ownColor = (text: string, row: number): string => {
    const color = colors[standings[row]!.configuration.index]!;
    return shown[row]?.diverged ? paint.red(text) : inColor(text, color);
  };
  return [
    {
      heading: `epochs ${low}-${high}`,
      cells,
      side: "left",
      dispensable: CURVE,
      paint: ownColor,
    },
  ];
}
