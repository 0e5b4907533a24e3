import type { TopLevelSpec } from "vega-lite";
import { digits, figureText } from "../../../results/figure-text.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { AxisEffect, Results } from "../../../results/results.ts";
import { axisName, shownText } from "../../../results/setting-text.ts";
import { isShare, metricNamed } from "../../../metrics/metrics.ts";
import { clipText } from "../../../text/clip-text.ts";
import { chartSpec } from "../chart-spec.ts";
import { ALARM, FAINT_INK, GREY, INK } from "../colors.ts";
import { LETTER_WIDTH, pixels, ROW_COLOR, type PlotLayer } from "../plot-frame.ts";
import { plotScale } from "../plot-scale.ts";
import { cellColor } from "./cell-color.ts";
import type { PairCell } from "./pair-map.ts";

const CELL = { width: 62, height: 34, gap: 1.5 } as const;
const LONGEST_LABEL = 30;

/** The two axes of a map. */
interface Pair {
  readonly across: AxisEffect;
  readonly down: AxisEffect;
}

/** Returns the specification of a map of two axes, in their written order: darker = better. */
export function pairSpec(cells: readonly PairCell[], { across, down }: Pair, results: Results): TopLevelSpec {
  const { columns, experiment } = results;
  const { metric } = experiment.objective;
  const [beside, below] = [down, across].map(({ values }) =>
    values.map(({ value }) => clipText(shownText(value), LONGEST_LABEL)),
  );
  const size = { width: CELL.width * across.values.length, height: CELL.height * down.values.length };
  const names = [across, down].map(({ path }) => axisName(path, columns));
  const longest = Math.max(names[1]!.length, ...beside!.map(({ length }) => length));
  const isTight = below!.some(({ length }) => length * LETTER_WIDTH > CELL.width - 4);
  return chartSpec({
    title: `Map of ${metricText(metric, results)} by ${names.join(" and ")}`,
    subtitle: "mean of a cell: darker = better; ×: all diverged",
    size,
    room: { left: Math.ceil(LETTER_WIDTH * longest) + 26, right: 90, bottom: isTight ? 78 : 60 },
    layers: [
      ...cellLayers(cells, results),
      labels(
        beside!.map((label, i) => ({ label, x: -10, y: CELL.height * (i + 0.5) })),
        "right",
      ),
      labels([{ label: names[1]!, x: -10, y: -12 }], "right", FAINT_INK),
      labels(
        below!.map((label, i) => ({
          label,
          x: CELL.width * (i + 0.5),
          y: size.height + 16 + (isTight ? 18 * (i % 2) : 0),
        })),
        "center",
      ),
      labels(
        [{ label: names[0]!, x: size.width / 2, y: size.height + (isTight ? 62 : 44) }],
        "center",
        FAINT_INK,
      ),
    ],
  });
}

function cellLayers(cells: readonly PairCell[], { experiment: { objective } }: Results): PlotLayer[] {
  const isLoss = objective.goal === "minimize";
  const { share } = plotScale(
    cells.flatMap(({ mean }) => mean ?? []),
    isLoss,
  );
  const shares = cells.flatMap(({ mean }) => (mean === null ? [] : share(mean)));
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const goodness = (mean: number): number => {
    const height = high > low ? (share(mean) - low) / (high - low) : 1;
    return isLoss ? 1 - height : height;
  };
  const rects = cells.map(({ column, row, mean }) => ({
    x: CELL.width * column + CELL.gap,
    x2: CELL.width * (column + 1) - CELL.gap,
    y: CELL.height * row + CELL.gap,
    y2: CELL.height * (row + 1) - CELL.gap,
    color: mean === null ? GREY : cellColor(goodness(mean)).fill,
  }));
  const texts = cells.map(({ column, row, mean }) => ({
    x: CELL.width * (column + 0.5),
    y: CELL.height * (row + 0.5),
    label: mean === null ? "×" : cellText(objective.metric, mean),
    color: mean === null ? ALARM : cellColor(goodness(mean)).ink,
  }));
  return [
    {
      data: { values: rects },
      mark: { type: "rect" },
      encoding: {
        x: pixels("x"),
        x2: { field: "x2" },
        y: pixels("y"),
        y2: { field: "y2" },
        color: ROW_COLOR,
      },
    },
    {
      data: { values: texts },
      mark: { type: "text", align: "center" },
      encoding: { x: pixels("x"), y: pixels("y"), text: { field: "label" }, color: ROW_COLOR },
    },
  ];
}

function cellText(metric: string, mean: number): string {
  return isShare(metricNamed(metric)) ? figureText(metric, mean).replace(/ %$/, "") : digits(mean, 3);
}

function labels(values: readonly object[], align: "center" | "right", color: string = INK): PlotLayer {
  return {
    data: { values: [...values] },
    mark: { type: "text", align, color },
    encoding: { x: pixels("x"), y: pixels("y"), text: { field: "label" } },
  };
}
