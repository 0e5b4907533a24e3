import type { TopLevelSpec } from "vega-lite";
import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import { curveLayers } from "./curve-layers.ts";
import { frameCurves } from "./frame-curves.ts";
import { labelLayers, labelWidth } from "./label-layers.ts";
import type { LearningCurve } from "./learning-curves.ts";
import { nameCurves } from "./named-curves.ts";
import { PLOT, type PlotAxis, type PlotFrame } from "../plot-frame.ts";
import { PLOT_THEME } from "../plot-theme.ts";

/** Returns the Vega-Lite specification of the plot of learning curves, the best one first, and its title. */
export function learningCurvesSpec(
  curves: readonly LearningCurve[],
  { experiment, columns }: Results,
): { title: string; spec: TopLevelSpec } {
  const { objective, replicates } = experiment;
  const { named, grey } = nameCurves(curves, columns);
  const frame = frameCurves([...named, ...grey], objective.metric);
  const title = `${experiment.name}: ${metricText(objective.metric)}`;
  const spec: TopLevelSpec = {
    config: PLOT_THEME,
    ...PLOT,
    autosize: { type: "none" },
    padding: { left: 64, top: 66, right: labelWidth(named), bottom: 52 },
    title: { text: title, subtitle: subtitleOf(replicates.count, grey.length, frame) },
    encoding: { x: epochAxis(frame), y: valueAxis(frame) },
    layer: [...curveLayers({ named, grey }, frame), ...labelLayers(named, frame)],
  };
  return { title, spec };
}

/** The band of fewer replicates always reaches from the smallest to the largest: their interval is wider. */
const FEWEST_FOR_INTERVAL = 5;

function subtitleOf(replicates: number, grey: number, { firstEpoch }: PlotFrame): string {
  const band = replicates < FEWEST_FOR_INTERVAL ? "from smallest to largest" : "of 95 % confidence";
  return [
    replicates > 1 ? `mean of ${replicates} replicates, band ${band}` : "one replicate",
    ...(firstEpoch > 0 ? [`from epoch ${firstEpoch} on`] : []),
    ...(grey > 0 ? [`grey: ${grey} other settings`] : []),
  ].join("; ");
}

function epochAxis({ firstEpoch, lastEpoch }: PlotFrame): PlotAxis {
  return {
    field: "epoch",
    type: "quantitative",
    scale: { domain: [firstEpoch, lastEpoch], nice: false, zero: false },
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
