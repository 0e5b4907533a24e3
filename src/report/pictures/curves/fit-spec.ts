import type { TopLevelSpec } from "vega-lite";
import { metricNamed } from "../../../metrics/metrics.ts";
import { capitalized } from "../../../text/counted.ts";
import { chartSpec } from "../chart-spec.ts";
import { DISTINCT } from "../colors.ts";
import { LETTER_WIDTH, pixels, ROW_COLOR, type PlotLayer } from "../plot-frame.ts";
import { plotScale } from "../plot-scale.ts";
import { valueAxis } from "../value-axis.ts";
import type { CurvePoint } from "./learning-curves.ts";
import { epochAxis } from "./epoch-axis.ts";
import { spreadLabels } from "./spread-labels.ts";

const SIZE = { width: 520, height: 260 } as const;

/** A metric over the epochs. */
interface FitCurve {
  readonly metric: string;
  /** In words. */
  readonly name: string;
  readonly points: readonly CurvePoint[];
}

/** Returns the specification of two metrics over the epochs in one plot, each named at its end. */
export function fitSpec(curves: readonly FitCurve[], setting: string): TopLevelSpec {
  const isLoss = metricNamed(curves[0]!.metric).goal === "minimize";
  const trained = curves.map(({ points, ...named }) => ({
    ...named,
    points: points.filter(({ epoch }) => epoch > 0),
  }));
  const scale = plotScale(
    trained.flatMap(({ points }) => points.flatMap(({ low, high }) => [low, high])),
    isLoss,
  );
  const lastEpoch = Math.max(...trained.flatMap(({ points }) => points.map(({ epoch }) => epoch)));
  const rows = trained.flatMap(({ metric, points }, i) => {
    return points.map((point) => ({ ...point, color: DISTINCT[i]!, metric }));
  });
  const places = spreadLabels(
    trained.map(({ points }) => (1 - scale.share(points.at(-1)!.mean)) * SIZE.height),
    17,
    SIZE.height,
  );
  const names = trained.map(({ name }, i) => ({
    name,
    place: places[i]!,
    color: DISTINCT[i]!,
  }));
  return chartSpec({
    title: capitalized(curves.map(({ name }) => name).join(" and ")),
    subtitle: `best setting: ${setting}`,
    size: SIZE,
    room: {
      left: 64,
      right: 24 + Math.ceil(LETTER_WIDTH * Math.max(...names.map(({ name }) => name.length))),
      bottom: 52,
    },
    encoding: { x: epochAxis({ firstEpoch: 1, lastEpoch }), y: valueAxis("mean", scale, curves[0]!.metric) },
    layers: fitLayers(rows, names),
  });
}

function fitLayers(rows: object[], names: object[]): PlotLayer[] {
  const detail = { field: "metric" };
  return [
    {
      data: { values: rows },
      mark: { type: "area", opacity: 0.14 },
      encoding: {
        y: { field: "low", type: "quantitative" },
        y2: { field: "high" },
        color: ROW_COLOR,
        detail,
      },
    },
    {
      data: { values: rows },
      mark: { type: "line", strokeWidth: 2.2 },
      encoding: { color: ROW_COLOR, detail },
    },
    {
      data: { values: names },
      mark: { type: "text" },
      encoding: {
        x: { value: SIZE.width + 10 },
        y: pixels("place"),
        text: { field: "name" },
        color: ROW_COLOR,
      },
    },
  ];
}
