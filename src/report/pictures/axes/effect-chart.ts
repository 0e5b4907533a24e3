import { metricNamed } from "../../../metrics/metrics.ts";
import { metricText } from "../../../results/metric-text.ts";
import { axisName } from "../../../results/setting-text.ts";
import type { AxisEffect, AxisSplit, Results } from "../../../results/results.ts";
import { repetitionsText } from "../../../spec/repetitions.ts";
import type { Chart } from "../chart.ts";
import type { PlotScale } from "../plot-scale.ts";
import { axisPlaces } from "./axis-places.ts";
import type { EffectFigure } from "./effect-labels.ts";
import { effectMarks } from "./effect-marks.ts";
import { averageSeries, effectRows, splitSeries, type EffectRow } from "./effect-rows.ts";
import { effectScale } from "./effect-scale.ts";

const LENGTH = 520;
const HEIGHT = 240;
const ROW_HEIGHT = 34;
/** Of the name of a series. */
const LABEL_HEIGHT = 17;

/**
 * Returns the chart of an axis: along numbers a line, words and lists one below the other; a series for each value of another
 * axis where one is given. All axes of an experiment share the scale of their values, so that their effects compare.
 */
export function effectChart(
  effect: AxisEffect,
  within: Pick<AxisSplit, "path" | "levels"> | undefined,
  results: Results,
): Chart {
  const { columns, experiment } = results;
  const { metric } = experiment.objective;
  const name = axisName(effect.path, columns);
  const { places, isOrdered, isLog } = axisPlaces(effect.values.map(({ value }) => value));
  const rows = effectRows(effect, results, within === undefined);
  const series = within ? splitSeries(effect, within, results) : averageSeries(effect);
  const tall = Math.max(ROW_HEIGHT * rows.length, within ? LABEL_HEIGHT * series.length : 0);
  const scale = effectScale(results);
  const figure: EffectFigure = {
    name: isLog ? `${name} (logarithmic scale)` : name,
    size: { width: LENGTH, height: isOrdered ? HEIGHT : tall },
    places: places.map((place, i) => (isOrdered ? Math.round(place * LENGTH) : (i + 0.5) * ROW_HEIGHT)),
    isOrdered,
    scale,
    metric,
    isLoss: metricNamed(metric).goal === "minimize",
  };
  const by = within ? `, by ${axisName(within.path, columns)}` : "";
  return {
    title: `Effect of ${name} on ${metricText(metric, results)}${by}`,
    subtitle: subtitleOf(
      rows,
      series.some(({ dots }) => dots.some(({ low }) => low !== undefined)),
      {
        results,
        scale,
      },
    ),
    size: figure.size,
    marks: effectMarks(rows, series, figure),
  };
}

function subtitleOf(
  rows: readonly EffectRow[],
  hasIntervals: boolean,
  { results, scale }: { results: Results; scale: PlotScale },
): string {
  const { replicates } = results.experiment;
  return [
    hasIntervals ? `mean, 95 % interval over ${repetitionsText(replicates)}` : "mean",
    ...(rows.some(({ settings }) => settings.length > 1) ? ["faint: individual settings"] : []),
    ...(rows.some(({ diverged }) => diverged !== "") ? ["×: diverged"] : []),
    ...(rows.some(({ unfinished }) => unfinished !== "") ? [">: not reached after so many"] : []),
    ...(scale.type === "log" ? ["logarithmic scale"] : []),
  ].join("; ");
}
