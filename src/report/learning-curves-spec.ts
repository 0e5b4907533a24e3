import type { TopLevelSpec } from "vega-lite";
import { metricText } from "../results/metric-text.ts";
import type { Results } from "../results/results.ts";
import { metricNamed } from "../spec/metrics.ts";
import { curveLayers } from "./curve-layers.ts";
import { labelLayers, labelWidth } from "./label-layers.ts";
import type { LearningCurve } from "./learning-curves.ts";
import { nameCurves } from "./named-curves.ts";
import { PLOT, type PlotAxis, type PlotFrame } from "./plot-frame.ts";
import { plotScale } from "./plot-scale.ts";
import { PLOT_THEME } from "./plot-theme.ts";

/** Returns the Vega-Lite specification of the plot of learning curves, the best one first, and its title. */
export function learningCurvesSpec(
  curves: readonly LearningCurve[],
  { experiment }: Results,
): { title: string; spec: TopLevelSpec } {
  const { objective, axes, replicates } = experiment;
  const { named, grey } = nameCurves(curves, axes);
  const frame = frameOf([...named, ...grey], objective.metric);
  const title = `${experiment.name}: ${metricText(objective.metric)}`;
  const spec: TopLevelSpec = {
    config: PLOT_THEME,
    ...PLOT,
    autosize: { type: "none" },
    padding: { left: 64, top: 66, right: labelWidth(named), bottom: 52 },
    title: { text: title, subtitle: subtitleOf(replicates.count, grey.length) },
    encoding: { x: epochAxis(frame), y: valueAxis(frame) },
    layer: [...curveLayers(named, grey), ...labelLayers(named, frame)],
  };
  return { title, spec };
}

function frameOf(curves: readonly LearningCurve[], metric: string): PlotFrame {
  const points = curves.flatMap((curve) => curve.points);
  const values = points.flatMap(({ low, high }) => [low, high]);
  const isLoss = metricNamed(metric).goal === "minimize";
  return {
    scale: plotScale(values, isLoss),
    isLoss,
    lastEpoch: Math.max(...points.map(({ epoch }) => epoch)),
  };
}

function subtitleOf(replicates: number, grey: number): string {
  const lines =
    replicates > 1 ? `mean of ${replicates} replicates, band from smallest to largest` : "one replicate";
  return grey > 0 ? `${lines}; grey: ${grey} other settings` : lines;
}

function epochAxis({ lastEpoch }: PlotFrame): PlotAxis {
  return {
    field: "epoch",
    type: "quantitative",
    scale: { domain: [0, lastEpoch], nice: false },
    axis: { title: "epoch", grid: false, domain: true, format: "d", tickMinStep: 1, tickCount: 10 },
  };
}

function valueAxis({ scale: { type, domain, ticks }, isLoss }: PlotFrame): PlotAxis {
  return {
    field: "mean",
    type: "quantitative",
    scale: { type, domain: [...domain], nice: false, ...(type === "linear" && { zero: false }) },
    axis: { title: null, values: [...ticks], format: isLoss ? "~g" : "~%" },
  };
}
