import { lengthUnit } from "../../../results/length-unit.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import type { Replicates } from "../../../spec/experiment.ts";
import { repetitionsOf, repetitionsText } from "../../../spec/repetitions.ts";
import type { Chart } from "../chart.ts";
import { settingColors } from "../setting-colors.ts";
import { tickText } from "../value-axis.ts";
import { curveMarks } from "./curve-marks.ts";
import { frameCurves, type CurveFrame } from "./frame-curves.ts";
import type { LearningCurve } from "./learning-curves.ts";
import { nameCurves, type DrawnCurves } from "./named-curves.ts";
import { wholeMarks } from "./whole-marks.ts";

const SIZE = { width: 520, height: 340 } as const;

/** Returns the chart of learning curves, the best one first. */
export function curvesChart(curves: readonly LearningCurve[], results: Results): Chart {
  const { experiment, columns, configurations } = results;
  const unit = lengthUnit(results);
  const { objective, replicates } = experiment;
  const drawn = nameCurves(curves, { columns, colors: settingColors(configurations, columns), unit });
  const frame = frameCurves(curves, objective.metric);
  const figure = { metric: objective.metric, frame, size: SIZE, unit };
  return {
    title: `${experiment.name}: ${metricText(objective.metric, results)}`,
    subtitle: subtitleOf(unit === "step" ? undefined : replicates, drawn, frame, objective.metric),
    size: SIZE,
    marks: [...curveMarks(drawn, figure), ...(frame.whole ? [wholeMarks(drawn, frame.whole, figure)] : [])],
  };
}

/** The band of fewer replicates always reaches from the smallest to the largest: their interval is wider. */
const FEWEST_FOR_INTERVAL = 5;

function subtitleOf(
  replicates: Replicates | undefined,
  { named, grey, others, common }: DrawnCurves,
  { firstEpoch, scale, whole }: CurveFrame,
  metric: string,
): string {
  const unit = replicates === undefined ? "step" : "epoch";
  const trials = replicates === undefined ? 1 : repetitionsOf(replicates);
  const someStopped = [...named, ...grey].some(({ diverged, ends }) => !diverged && new Set(ends).size > 1);
  const band = trials < FEWEST_FOR_INTERVAL ? "from the smallest to the largest" : "95 % confidence";
  const [low, high] = scale.domain;
  return [
    ...(common === "" ? [] : [common]),
    ...(replicates === undefined
      ? []
      : [trials > 1 ? `mean of ${repetitionsText(replicates)}, band ${band}` : "one replicate"]),
    ...(someStopped ? ["trials that stopped early keep their last value"] : []),
    ...(firstEpoch > 0 ? [`from ${unit} ${firstEpoch} on`] : []),
    ...(whole ? [`above: ${tickText(metric, low)} to ${tickText(metric, high)}, below: all values`] : []),
    ...(scale.type === "log" ? ["logarithmic scale"] : []),
    ...(others === 0 ? [] : [greyText(grey.length, others)]),
  ].join("; ");
}

function greyText(drawn: number, others: number): string {
  return drawn === others ? `grey: ${others} other settings` : `grey: ${drawn} of ${others} other settings`;
}
