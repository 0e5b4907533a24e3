import type { TopLevelSpec } from "vega-lite";
import { canonicalJson } from "../../../data/canonical-json.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { AxisEffect, AxisSplit, Results } from "../../../results/results.ts";
import { axisName, shownText } from "../../../results/setting-text.ts";
import { clipText } from "../../../text/clip-text.ts";
import { chartSpec } from "../chart-spec.ts";
import { DISTINCT } from "../colors.ts";
import { spreadLabels } from "../curves/spread-labels.ts";
import { LETTER_WIDTH, pixels } from "../plot-frame.ts";
import { valueAxis } from "../value-axis.ts";
import { axisPlaces } from "./axis-places.ts";
import { axisTitle, effectScale, effectSize, HEIGHT, LENGTH, ROW_HEIGHT } from "./effect-frame.ts";
import { crosses, names } from "./effect-layers.ts";
import { effectRows } from "./effect-rows.ts";
import { splitLayers, type SplitRow } from "./split-layers.ts";

/** The distance between the dots of two levels at the same value. */
const DODGE = 6;
const LABEL_HEIGHT = 17;
const LONGEST_NAME = 34;

/** Returns the specification of the plot of an axis with a line, or a row of dots, for each value of another. */
export function splitSpec(effect: AxisEffect, within: AxisSplit, results: Results): TopLevelSpec {
  const { columns, experiment } = results;
  const { metric, goal } = experiment.objective;
  const name = axisName(effect.path, columns);
  const { places, isOrdered } = axisPlaces(effect.values.map(({ value }) => value));
  const pixelsAt = places.map((place, i) =>
    isOrdered ? Math.round(place * LENGTH) : (i + 0.5) * ROW_HEIGHT,
  );
  const rows = effectRows(effect, pixelsAt, results);
  const scale = effectScale(results);
  const isLoss = goal === "minimize";
  const lanes = isOrdered ? ({ along: "x", across: "y" } as const) : ({ along: "y", across: "x" } as const);
  const keys = effect.values.map(({ value }) => canonicalJson(value));
  const dots = within.levels.flatMap(({ values }, level): SplitRow[] =>
    values.flatMap(({ value, objective: { mean, ci95 } }) => {
      if (mean === null) return [];
      const dodge = isOrdered
        ? 0
        : (level - (within.levels.length - 1) / 2) * Math.min(DODGE, 26 / within.levels.length);
      const place = pixelsAt[keys.indexOf(canonicalJson(value))]! + dodge;
      return [{ level, place, mean, ...(ci95 && { low: ci95.low, high: ci95.high }), color: colorOf(level) }];
    }),
  );
  const shown = within.levels.map(({ value }, level) => ({ level, text: levelText(value, within, results) }));
  const drawn = shown.filter(({ level }) => dots.some((dot) => dot.level === level));
  const size = effectSize(isOrdered, Math.max(rows.length, (drawn.length * LABEL_HEIGHT) / ROW_HEIGHT));
  const wanted = drawn.map(({ level }, i) => {
    const last = dots
      .filter((dot) => dot.level === level)
      .sort((a, b) => a.place - b.place)
      .at(-1)!;
    return isOrdered ? (1 - scale.share(last.mean)) * HEIGHT : (i + 0.5) * LABEL_HEIGHT;
  });
  const spread = spreadLabels(wanted, LABEL_HEIGHT, size.height);
  const labels = drawn.map(({ level, text }, i) => ({ text, place: spread[i]!, color: colorOf(level) }));
  const longest = Math.max(...rows.map(({ label }) => label.length));
  return chartSpec({
    title: `Effect of ${name} on ${metricText(metric, results)}, by ${axisName(within.path, columns)}`,
    subtitle: [
      dots.some(({ low }) => low !== undefined) ? "mean, 95 % interval" : "mean",
      ...(rows.some(({ diverged }) => diverged !== "") ? ["×: diverged"] : []),
    ].join("; "),
    size,
    room: {
      left: isOrdered ? 64 : 30 + Math.ceil(LETTER_WIDTH * longest),
      right: 40 + Math.ceil(LETTER_WIDTH * Math.max(...labels.map(({ text }) => text.length))),
      bottom: isOrdered ? 64 : 52,
    },
    encoding: { [lanes.across]: valueAxis("mean", scale, metric), [lanes.along]: pixels("place") },
    layers: [
      ...(isOrdered ? [axisTitle(name)] : []),
      ...splitLayers(dots, labels, { ...lanes, isOrdered }),
      ...crosses(rows, { ...lanes, isOrdered, worst: isLoss ? scale.domain[1] : scale.domain[0] }),
      names(rows, lanes),
    ],
  });
}

function levelText(
  value: AxisSplit["levels"][number]["value"],
  { path }: AxisSplit,
  { columns }: Results,
): string {
  const text = value === null ? "none" : shownText(value);
  const named = typeof value === "string" ? text : `${axisName(path, columns)} = ${text}`;
  return clipText(named, LONGEST_NAME);
}

function colorOf(level: number): string {
  return DISTINCT[level % DISTINCT.length]!;
}
