import { metricText } from "../../../results/metric-text.ts";
import type { ConfigurationResult, Results } from "../../../results/results.ts";
import { clipText } from "../../../text/clip-text.ts";
import { capitalized } from "../../../text/counted.ts";
import { ruleMark, type Chart, type Mark } from "../chart.ts";
import { ACCENT, ALARM, AXIS, distinctColor, FAINT_INK } from "../colors.ts";
import { metricScale, type PlotScale } from "../plot-scale.ts";
import { axisName, valueAxis } from "../value-axis.ts";
import type { SearchedAxis } from "./searched-axes.ts";

const SIZE = { width: 520, height: 240 } as const;
/** Between the middles of the lower edge and of the texts below it. */
const BELOW = 18;
/** From the lower or the upper edge to the crosses of settings without a value. */
const EDGE = 6;
/** Dots that share a value are spread over so many pixels on either side. */
const SPREAD = 14;
/** Of the width, left free beside the first and the last of several items. */
const MARGIN = 0.1;
/** Characters that fit below the chart. */
const CHARACTERS = 80;
/** The golden section: its multiples are spread evenly, however many there are. */
const GOLDEN = 0.6180339887;

/** Returns the chart of the results of a search by the values of one axis: a dot for each setting, the best one on top. */
export function scatterChart(axis: SearchedAxis, results: Results): Chart {
  const { configurations, best, experiment } = results;
  const { metric, goal } = experiment.objective;
  const means = configurations.flatMap(({ objective }) => objective.mean ?? []);
  const scale = metricScale(metric, endsOf(means));
  const frame: Frame = { axis, scale, worst: goal === "maximize" ? SIZE.height - EDGE : EDGE };
  const others = configurations.filter((configuration) => configuration !== best);
  const unknown = configurations.some(({ objective }) => objective.mean === null);
  return {
    title: `${capitalized(metricText(metric, results))} by ${axis.name}`,
    subtitle: [
      "a dot for each setting, the best one large",
      ...(unknown ? ["×: no value"] : []),
      ...(scale.type === "log" ? ["logarithmic scale"] : []),
    ].join("; "),
    size: SIZE,
    marks: [
      ...valueAxis(scale, metric, { size: SIZE, direction: "up" }),
      ruleMark({ x: 0, y: SIZE.height }, { x: SIZE.width, y: SIZE.height }, { color: AXIS, width: 1 }),
      ...axis.labels.map(({ text, place }): Mark => ({
        mark: "text",
        x: acrossOf(place, axis),
        y: SIZE.height + BELOW,
        text: axis.isListed ? clipText(text, Math.max(3, Math.floor(CHARACTERS / axis.labels.length))) : text,
        anchor: "middle",
        color: FAINT_INK,
      })),
      axisName(axis.isLog ? `${axis.name} (logarithmic scale)` : axis.name, SIZE),
      ...others.flatMap((configuration) => settingMark(configuration, frame, { radius: 3.5, color: ACCENT })),
      ...(best ? settingMark(best, frame, { radius: 6, color: distinctColor(1) }) : []),
    ],
  };
}

interface Frame {
  readonly axis: SearchedAxis;
  readonly scale: PlotScale;
  /** Height of settings without a value. */
  readonly worst: number;
}

function settingMark(
  { index, values, objective }: ConfigurationResult,
  { axis, scale, worst }: Frame,
  { radius, color }: { radius: number; color: string },
): Mark[] {
  const value = values[axis.column] ?? null;
  if (value === null) return [];
  const aside = axis.isListed ? ((index * GOLDEN) % 1) * 2 - 1 : 0;
  const x = rounded(acrossOf(axis.placeOf(value), axis) + SPREAD * aside);
  if (objective.mean === null) return [{ mark: "cross", x, y: worst, radius: 4, color: ALARM }];
  const y = rounded((1 - scale.share(objective.mean)) * SIZE.height);
  return [{ mark: "dot", x, y, radius, color, opacity: 0.75 }];
}

function acrossOf(place: number, { isListed }: SearchedAxis): number {
  return SIZE.width * (isListed ? MARGIN + (1 - 2 * MARGIN) * place : place);
}

function endsOf(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

/** In tenths of a pixel. */
function rounded(place: number): number {
  return Math.round(10 * place) / 10;
}
