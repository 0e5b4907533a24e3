import type { TopLevelSpec } from "vega-lite";
import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import { lengthUnit } from "../../../results/length-unit.ts";
import { chartSpec } from "../chart-spec.ts";
import { GREY } from "../colors.ts";
import { PLOT, type PlotFrame } from "../plot-frame.ts";
import { valueAxis } from "../value-axis.ts";
import { curveLayers } from "./curve-layers.ts";
import { epochAxis } from "./epoch-axis.ts";
import { frameCurves } from "./frame-curves.ts";
import { labelLayers, labelWidth } from "./label-layers.ts";
import type { LearningCurve } from "./learning-curves.ts";
import { nameCurves, type ColoredCurve } from "./named-curves.ts";
import type { Replicates } from "../../../spec/experiment.ts";
import { repetitionsOf, repetitionsText } from "../../../spec/repetitions.ts";

/** Returns the Vega-Lite specification of the plot of learning curves, the best one first. */
export function learningCurvesSpec(curves: readonly LearningCurve[], results: Results): TopLevelSpec {
  const { experiment, columns } = results;
  const unit = lengthUnit(results);
  const { objective, replicates } = experiment;
  const { named, grey } = nameCurves(curves, columns, unit);
  const frame = frameCurves([...named, ...grey], objective.metric);
  return chartSpec({
    title: `${experiment.name}: ${metricText(objective.metric, results)}`,
    subtitle: subtitleOf(unit === "step" ? undefined : replicates, [...named, ...grey], frame),
    size: PLOT,
    room: { left: 64, right: labelWidth(named), bottom: 52 },
    encoding: { x: epochAxis(frame, unit), y: valueAxis("mean", frame.scale, objective.metric) },
    layers: [...curveLayers({ named, grey }, frame), ...labelLayers(named, frame)],
  });
}

/** The band of fewer replicates always reaches from the smallest to the largest: their interval is wider. */
const FEWEST_FOR_INTERVAL = 5;

function subtitleOf(
  replicates: Replicates | undefined,
  curves: readonly ColoredCurve[],
  { firstEpoch }: PlotFrame,
): string {
  const unit = replicates === undefined ? "step" : "epoch";
  const trials = replicates === undefined ? 1 : repetitionsOf(replicates);
  const grey = curves.filter(({ color }) => color === GREY).length;
  const someStopped = curves.some(({ diverged, ends }) => !diverged && new Set(ends).size > 1);
  const band = trials < FEWEST_FOR_INTERVAL ? "from the smallest to the largest" : "95 % confidence";
  return [
    ...(replicates === undefined
      ? []
      : [trials > 1 ? `mean of ${repetitionsText(replicates)}, band ${band}` : "one replicate"]),
    ...(someStopped ? ["trials that stopped early keep their last value"] : []),
    ...(firstEpoch > 0 ? [`from ${unit} ${firstEpoch} on`] : []),
    ...(grey > 0 ? [`grey: ${grey} other settings`] : []),
  ].join("; ");
}
