import { metricText } from "../../../results/metric-text.ts";
import type { AxisEffect, Results } from "../../../results/results.ts";
import { axisName, shownText } from "../../../results/setting-text.ts";
import { clipText } from "../../../text/clip-text.ts";
import type { Chart, Mark } from "../chart.ts";
import { CELL_COLORS, cellColor, type CellColor, FAINT_INK } from "../colors.ts";
import { plotScale } from "../plot-scale.ts";
import { textWidth } from "../text-width.ts";
import { CELL, cellMarks, cellText, hatchedCell } from "./pair-cells.ts";
import type { PairCell } from "./pair-map.ts";
import { largestOf, smallestOf } from "../../../math/extremes.ts";

const LONGEST_LABEL = 24;
/** Between the map and its scale, and how wide that is. */
const [LEGEND_GAP, LEGEND_WIDTH] = [28, 14];

/** The two axes of a map. */
interface Pair {
  readonly across: AxisEffect;
  readonly down: AxisEffect;
}

/** Returns the chart of a map of two axes, in their written order: the stronger a colour, the better. */
export function pairChart(cells: readonly PairCell[], { across, down }: Pair, results: Results): Chart {
  const { columns, experiment } = results;
  const { metric } = experiment.objective;
  const [beside, below] = [down, across].map(({ values }) =>
    values.map(({ value }) => clipText(shownText(value), LONGEST_LABEL)),
  ) as [string[], string[]];
  const width = Math.max(CELL.width, largestOf(below.map((label) => Math.ceil(textWidth(label)) + 12)));
  const size = { width: width * across.values.length, height: CELL.height * down.values.length };
  const names = [across, down].map(({ path }) => axisName(path, columns));
  const colors = cellColors(cells, results);
  const places = down.values.flatMap((_, row) => across.values.map((_, column) => ({ row, column })));
  const without = places.filter(({ row, column }) => {
    const cell = cells.find((one) => one.row === row && one.column === column);
    return !cell || (cell.mean === null && cell.diverged === 0);
  });
  return {
    title: `Map of ${metricText(metric, results)} by ${names.join(" and ")}`,
    subtitle: [
      "mean of a cell",
      ...(cells.some(({ mean, diverged }) => mean === null && diverged > 0) ? ["×: all diverged"] : []),
      ...(without.length > 0 ? ["hatched: no result"] : []),
    ].join("; "),
    size,
    marks: [
      ...cells.flatMap((cell) => cellMarks(cell, { metric, width, colorOf: colors.colorOf })),
      ...without.flatMap((place) => hatchedCell(place, width)),
      ...beside.map((text, i): Mark => ({
        mark: "text",
        x: -10,
        y: CELL.height * (i + 0.5),
        text,
        anchor: "end",
      })),
      { mark: "text", x: -10, y: -14, text: names[1]!, anchor: "end", color: FAINT_INK },
      ...below.map((text, i): Mark => ({
        mark: "text",
        x: width * (i + 0.5),
        y: size.height + 18,
        text,
        anchor: "middle",
      })),
      {
        mark: "text",
        x: size.width / 2,
        y: size.height + 40,
        text: names[0]!,
        anchor: "middle",
        color: FAINT_INK,
      },
      ...legend(size, { best: cellText(metric, colors.best), worst: cellText(metric, colors.worst) }),
    ],
  };
}

/** Returns what colours a mean by its place between the worst and the best one. */
function cellColors(
  cells: readonly PairCell[],
  { experiment: { objective } }: Results,
): { colorOf: (mean: number) => CellColor; best: number; worst: number } {
  const isLoss = objective.goal === "minimize";
  const means = cells.flatMap(({ mean }) => mean ?? []);
  const { share } = plotScale(means, isLoss);
  const [low, high] = [smallestOf(means), largestOf(means)];
  const goodness = (mean: number): number => {
    const height = high > low ? (share(mean) - share(low)) / (share(high) - share(low)) : 1;
    return isLoss ? 1 - height : height;
  };
  return {
    colorOf: (mean) => cellColor(goodness(mean)),
    best: isLoss ? low : high,
    worst: isLoss ? high : low,
  };
}

/** Returns the scale of the colours, the best one on top. */
function legend({ width, height }: Chart["size"], { best, worst }: { best: string; worst: string }): Mark[] {
  const x = width + LEGEND_GAP;
  const step = height / CELL_COLORS.length;
  const beside = { mark: "text", x: x + LEGEND_WIDTH + 8, color: FAINT_INK } as const;
  return [
    ...CELL_COLORS.toReversed().map(({ fill }, i): Mark => ({
      mark: "box",
      x,
      y: i * step,
      width: LEGEND_WIDTH,
      height: step,
      color: fill,
    })),
    { ...beside, y: 6, text: `${best} best` },
    { ...beside, y: height - 6, text: `${worst} worst` },
  ];
}
