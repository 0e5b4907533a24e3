import type { TopLevelSpec } from "vega-lite";
import { metricText } from "../results/metric-text.ts";
import type { Results } from "../results/results.ts";
import { metricNamed } from "../spec/metrics.ts";
import type { LearningCurve } from "./learning-curves.ts";
import { nameCurves, type NamedCurve } from "./named-curves.ts";
import { plotScale, type PlotScale } from "./plot-scale.ts";
import { PLOT_THEME } from "./plot-theme.ts";
import { spreadLabels } from "./spread-labels.ts";

const WIDTH = 520;
const HEIGHT = 340;
const LABEL_GAP = 17;
const LABEL_X = WIDTH + 20;
const LETTER_WIDTH = 6.2;
const GREY = "#c4c9cf";

/** What places a point in the plot. */
interface Frame {
  readonly scale: PlotScale;
  readonly lastEpoch: number;
  readonly isLoss: boolean;
}

/** Returns the Vega-Lite specification of the plot of learning curves, and its title. */
export function learningCurvesSpec(
  curves: readonly LearningCurve[],
  { experiment }: Results,
): { title: string; spec: TopLevelSpec } {
  const { metric } = experiment.objective;
  const { named, grey } = nameCurves(curves, experiment.axes);
  const points = [...named, ...grey].flatMap((curve) => curve.points);
  const isLoss = metricNamed(metric).quantity !== "accuracy";
  const scale = plotScale(
    points.flatMap(({ low, high }) => [low, high]),
    isLoss,
  );
  const frame = { scale, isLoss, lastEpoch: Math.max(...points.map(({ epoch }) => epoch)) };
  const [completed, diverged] = [false, true].map((hasDiverged) => {
    return named.filter((curve) => curve.diverged === hasDiverged);
  }) as [NamedCurve[], NamedCurve[]];
  const title = `${experiment.name}: ${metricText(metric)}`;
  const spec: TopLevelSpec = {
    config: PLOT_THEME,
    width: WIDTH,
    height: HEIGHT,
    autosize: { type: "none" },
    padding: { left: 64, top: 66, right: labelWidth(named), bottom: 52 },
    title: { text: title, subtitle: subtitleOf(experiment.replicates.count, grey.length) },
    encoding: axesOf(frame),
    // Later layers and rows are drawn on top: short curves over long ones, then the best over the others.
    layer: [
      lines(grey.toReversed(), { strokeWidth: 1 }),
      bands(named.toReversed()),
      lines(byLength(completed.toReversed()), { strokeWidth: 2.2 }),
      lines(diverged, { strokeWidth: 2.2, strokeDash: [4, 3] }),
      ends(completed, { shape: "circle", filled: true, size: 36 }),
      ends(diverged, { shape: "M-1,-1L1,1M-1,1L1,-1", size: 60, strokeWidth: 2 }),
      ...labels(named, frame),
    ],
  };
  return { title, spec };
}

type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

function labelWidth(named: readonly NamedCurve[]): number {
  return LABEL_X - WIDTH + LETTER_WIDTH * Math.max(...named.map(({ name }) => name.length)) + 12;
}

function subtitleOf(replicates: number, grey: number): string {
  const lines =
    replicates > 1 ? `mean of ${replicates} replicates, band from smallest to largest` : "one replicate";
  return grey > 0 ? `${lines}; grey: ${grey} other settings` : lines;
}

function axesOf({ scale, lastEpoch, isLoss }: Frame): object {
  const epochAxis = {
    title: "epoch",
    grid: false,
    format: "d",
    tickMinStep: 1,
    tickCount: 10,
    domain: true,
    domainColor: "#8c959f",
  };
  const valueAxis = { title: null, values: scale.ticks, format: isLoss ? "~g" : "~%" };
  return {
    x: {
      field: "epoch",
      type: "quantitative",
      scale: { domain: [0, lastEpoch], nice: false },
      axis: epochAxis,
    },
    y: {
      field: "mean",
      type: "quantitative",
      scale: {
        type: scale.type,
        domain: scale.domain,
        nice: false,
        ...(scale.type === "linear" && { zero: false }),
      },
      axis: valueAxis,
    },
  };
}

function lines(curves: readonly (LearningCurve | NamedCurve)[], mark: object): Layer {
  return {
    data: { values: rowsOf(curves) },
    mark: { type: "line", strokeJoin: "round", ...mark },
    encoding: { color: COLOR, detail: { field: "curve" } },
  };
}

function byLength(curves: readonly NamedCurve[]): NamedCurve[] {
  return curves.toSorted((a, b) => b.points.length - a.points.length);
}

function bands(curves: readonly NamedCurve[]): Layer {
  return {
    data: { values: rowsOf(curves) },
    mark: { type: "area", opacity: 0.12 },
    encoding: {
      y: { field: "low", type: "quantitative" },
      y2: { field: "high" },
      color: COLOR,
      detail: { field: "curve" },
    },
  };
}

function ends(curves: readonly NamedCurve[], mark: object): Layer {
  return {
    data: { values: rowsOf(curves.map((curve) => ({ ...curve, points: curve.points.slice(-1) }))) },
    mark: { type: "point", opacity: 1, ...mark },
    encoding: { color: COLOR },
  };
}

const COLOR = { field: "color", type: "nominal", scale: null } as const;

function rowsOf(curves: readonly (LearningCurve | NamedCurve)[]): object[] {
  return curves.flatMap((curve) => {
    const color = "color" in curve ? curve.color : GREY;
    return curve.points.map((point) => ({ ...point, color, curve: curve.configuration.index }));
  });
}

/** Names beside the ends of the curves, apart from each other, with a thin line to the end where they had to move. */
function labels(named: readonly NamedCurve[], { scale, lastEpoch, isLoss }: Frame): Layer[] {
  const ends = named.map(({ points, diverged }) => {
    const { epoch, mean } = points.at(-1)!;
    const worst = isLoss ? 0 : HEIGHT;
    return { x: (epoch / lastEpoch) * WIDTH, y: diverged ? worst : (1 - scale.share(mean)) * HEIGHT };
  });
  const places = spreadLabels(
    ends.map(({ y }) => y),
    LABEL_GAP,
    HEIGHT,
  );
  const rows = named.map(({ name, color, diverged }, i) => ({
    name,
    color,
    diverged,
    ...ends[i]!,
    place: places[i]!,
  }));
  const leaders = rows
    .filter(({ diverged }) => !diverged)
    .flatMap(({ x, y, place, color }, curve) => [
      { x, y, color, curve },
      { x: LABEL_X - 5, y: place, color, curve },
    ]);
  const pixels = (field: string) => ({ field, type: "quantitative", scale: null, axis: null }) as const;
  return [
    {
      data: { values: leaders },
      mark: { type: "line", strokeWidth: 1, opacity: 0.5 },
      encoding: { x: pixels("x"), y: pixels("y"), color: COLOR, detail: { field: "curve" } },
    },
    {
      data: { values: rows },
      mark: { type: "text" },
      encoding: { x: { value: LABEL_X }, y: pixels("place"), text: { field: "name" }, color: COLOR },
    },
  ];
}
