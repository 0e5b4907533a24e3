import type { TopLevelSpec } from "vega-lite";
import { metricText } from "../../../results/metric-text.ts";
import type { AxisEffect, Results } from "../../../results/results.ts";
import { chartSpec } from "../chart-spec.ts";
import { LETTER_WIDTH, pixels } from "../plot-frame.ts";
import { valueAxis } from "../value-axis.ts";
import { axisPlaces } from "./axis-places.ts";
import { axisTitle, effectScale, effectSize, LENGTH, ROW_HEIGHT } from "./effect-frame.ts";
import { effectLayers } from "./effect-layers.ts";
import { effectRows, type EffectRow } from "./effect-rows.ts";
import { repetitionsText } from "../../../spec/repetitions.ts";

/**
 * Returns the specification of the plot of an axis: numbers lie along a line, words and lists one below the other.
 * All axes of an experiment share the scale of results, so that their effects are comparable.
 */
export function effectSpec(effect: AxisEffect, name: string, results: Results): TopLevelSpec {
  const { metric, goal } = results.experiment.objective;
  const { places, isOrdered } = axisPlaces(effect.values.map(({ value }) => value));
  const rows = effectRows(
    effect,
    places.map((place, i) => (isOrdered ? Math.round(place * LENGTH) : (i + 0.5) * ROW_HEIGHT)),
    results,
  );
  const isLoss = goal === "minimize";
  const scale = effectScale(results);
  const lanes = isOrdered ? ({ along: "x", across: "y" } as const) : ({ along: "y", across: "x" } as const);
  const longest = Math.max(...rows.map(({ label }) => label.length));
  return chartSpec({
    title: `Effect of ${name} on ${metricText(metric, results)}`,
    subtitle: subtitleOf(rows, results),
    size: effectSize(isOrdered, rows.length),
    room: isOrdered
      ? { left: 64, right: 40, bottom: 64 }
      : { left: 30 + Math.ceil(LETTER_WIDTH * longest), right: 40, bottom: 52 },
    encoding: { [lanes.across]: valueAxis("mean", scale, metric), [lanes.along]: pixels("place") },
    layers: [
      ...(isOrdered ? [axisTitle(name)] : []),
      ...effectLayers(rows, { ...lanes, isOrdered, worst: isLoss ? scale.domain[1] : scale.domain[0] }),
    ],
  });
}

function subtitleOf(rows: readonly EffectRow[], { experiment: { replicates } }: Results): string {
  return [
    rows.some(({ low }) => low !== undefined)
      ? `mean, 95 % interval over ${repetitionsText(replicates)}`
      : "mean",
    ...(rows.some(({ settings }) => settings.length > 1) ? ["faint: individual settings"] : []),
    ...(rows.some(({ diverged }) => diverged !== "") ? ["×: diverged"] : []),
  ].join("; ");
}
