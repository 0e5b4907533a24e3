import { ruleMark, type Mark, type Place } from "../chart.ts";
import { ACCENT } from "../colors.ts";
import { spreadLabels } from "../curves/spread-labels.ts";
import { textWidth } from "../text-width.ts";
import { tickText, valueAxis } from "../value-axis.ts";
import { missingMarks, rowNames, type EffectFigure } from "./effect-labels.ts";
import type { EffectDot, EffectRow, EffectSeries } from "./effect-rows.ts";

/** The distance between the dots of two series at the same value, and how far all of them may reach. */
const [DODGE, MOST_DODGE] = [6, 26];
const LINE_HEIGHT = 17;
const BESIDE = 18;

/** Returns the marks of an axis: single settings below, then lines, intervals and means, what has no value, and names. */
export function effectMarks(
  rows: readonly EffectRow[],
  series: readonly EffectSeries[],
  figure: EffectFigure,
): Mark[] {
  const { isOrdered, size, scale, metric } = figure;
  return [
    ...valueAxis(scale, metric, { size, direction: isOrdered ? "up" : "along" }),
    ...rows.flatMap(({ settings }, row) =>
      settings.map((mean): Mark => ({
        mark: "dot",
        ...placeOf(row, mean, figure),
        radius: 2.9,
        color: ACCENT,
        opacity: 0.35,
      })),
    ),
    ...series.flatMap((each, i) => seriesMarks(each, dodgeOf(i, series.length, figure), figure)),
    ...seriesNames(series, figure),
    ...rows.flatMap((row, i) => missingMarks(row, i, figure)),
    ...rowNames(rows, figure),
  ];
}

function dodgeOf(i: number, count: number, { isOrdered }: EffectFigure): number {
  return isOrdered ? 0 : (i - (count - 1) / 2) * Math.min(DODGE, MOST_DODGE / count);
}

/** Returns the place of a value in a row; one beyond the scale is at its end. */
function placeOf(row: number, value: number, { places, isOrdered, scale, size }: EffectFigure): Place {
  const { domain, share } = scale;
  const at = share(Math.min(domain[1], Math.max(domain[0], value)));
  const along = places[row]!;
  return isOrdered ? { x: along, y: (1 - at) * size.height } : { x: at * size.width, y: along };
}

function seriesMarks({ dots, color }: EffectSeries, dodge: number, figure: EffectFigure): Mark[] {
  const placed = dots
    .map((dot) => ({ dot, ...shifted(placeOf(dot.row, dot.mean, figure), dodge) }))
    .sort((a, b) => a.x - b.x);
  return [
    ...(figure.isOrdered && dots.length > 1
      ? [{ mark: "line", places: placed, color, width: 1.5, opacity: 0.6 } as const]
      : []),
    ...placed.flatMap(({ dot, x, y }): Mark[] => [
      ...intervalMarks(dot, { color, dodge }, figure),
      ...(isInside(dot.mean, figure)
        ? [{ mark: "dot", x, y, radius: 4.7, color } as const]
        : beyondMark(dot, { x, y }, { color, figure })),
    ]),
  ];
}

function isInside(value: number, { scale: { domain } }: EffectFigure): boolean {
  return value >= domain[0] && value <= domain[1];
}

/** Returns an arrow to a mean beyond the scale, with its value. */
function beyondMark(
  { mean }: EffectDot,
  { x, y }: Place,
  { color, figure: { isOrdered, isLoss, metric, size } }: { color: string; figure: EffectFigure },
): Mark[] {
  const value = tickText(metric, Number(mean.toPrecision(3)));
  if (!isOrdered) {
    const text = isLoss ? `${value} →` : `← ${value}`;
    return [
      {
        mark: "text",
        x: x + (isLoss ? -4 : 4),
        y,
        text,
        anchor: isLoss ? "end" : "start",
        color,
        hasHalo: true,
      },
    ];
  }
  const text = `${isLoss ? "↑" : "↓"} ${value}`;
  const half = textWidth(text) / 2;
  const inside = Math.min(size.width - half, Math.max(half, x));
  return [
    { mark: "text", x: inside, y: y + (isLoss ? 10 : -10), text, anchor: "middle", color, hasHalo: true },
  ];
}

function intervalMarks(
  { row, low, high, mean }: EffectDot,
  { color, dodge }: { color: string; dodge: number },
  figure: EffectFigure,
): Mark[] {
  if (low === undefined || high === undefined || !isInside(mean, figure)) return [];
  const [from, to] = [low, high].map((end) => shifted(placeOf(row, end, figure), dodge)) as [Place, Place];
  return [ruleMark(from, to, { color, width: 2 })];
}

/** Rows of several series are apart; along numbers they share their places. */
function shifted({ x, y }: Place, dodge: number): Place {
  return { x, y: y + dodge };
}

/** Returns the names of series, in their colours: beside the ends of lines, or in the order of rows. */
function seriesNames(series: readonly EffectSeries[], figure: EffectFigure): Mark[] {
  const { size, isOrdered, places } = figure;
  const named = series.filter(({ name }) => name !== "");
  const wanted = named.map(({ dots }, i) => {
    const last = dots.toSorted((a, b) => places[a.row]! - places[b.row]!).at(-1)!;
    return isOrdered ? placeOf(last.row, last.mean, figure).y : (i + 0.5) * LINE_HEIGHT;
  });
  const spread = spreadLabels(wanted, LINE_HEIGHT, size.height);
  return named.map(({ name, color }, i) => ({
    mark: "text",
    x: size.width + BESIDE,
    y: spread[i]!,
    text: name,
    color,
  }));
}
