import { metricNamed } from "../../../metrics/metrics.ts";
import type { AxisEffect, Results } from "../../../results/results.ts";
import { nearScale } from "../near-scale.ts";
import { metricScale, type PlotScale } from "../plot-scale.ts";
import { averageSeries, effectRows, splitSeries, type EffectSeries } from "./effect-rows.ts";
import { interactionSplit } from "./interaction-split.ts";

/**
 * Returns the scale of the values of all axes, so that their effects compare. Where a single axis has values of which the
 * better half would be one dot, it leaves out some of the worst ones.
 */
export function effectScale(results: Results): PlotScale {
  const { effects, experiment } = results;
  const { metric } = experiment.objective;
  const dots = effects.flatMap((effect) =>
    [...averageSeries(effect), ...seriesOf(effect, results)].flatMap((series) => series.dots),
  );
  const settings = effects.flatMap((effect) =>
    effectRows(effect, results, true).flatMap((row) => row.settings),
  );
  const means = [...dots.map(({ mean }) => mean), ...settings];
  if (means.length === 0) return metricScale(metric, [0, 1]);
  const whole = metricScale(
    metric,
    means,
    dots.flatMap(({ low, high }) => (low === undefined ? [] : [low, high!])),
  );
  if (effects.length !== 1 || effects[0]!.within) return whole;
  const sign = metricNamed(metric).goal === "maximize" ? 1 : -1;
  const ranked = dots.map(({ mean }) => mean).toSorted((a, b) => sign * (b - a));
  return nearScale(ranked, whole, (place) => [ranked[place]!]) ?? whole;
}

/** Returns the series of an axis within another, where these are drawn. */
function seriesOf(effect: AxisEffect, results: Results): EffectSeries[] {
  const within = effect.within ?? interactionSplit(effect, results);
  return within ? splitSeries(effect, within, results) : [];
}
