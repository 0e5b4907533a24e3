import { ruleMark, type Chart, type Mark, type TextMark } from "../chart.ts";
import { ALARM, AXIS, FAINT_INK, INK } from "../colors.ts";
import type { PlotScale } from "../plot-scale.ts";
import { textWidth } from "../text-width.ts";
import { axisName } from "../value-axis.ts";
import type { EffectRow } from "./effect-rows.ts";
import { largestOf } from "../../../math/extremes.ts";

/** What the plot of an axis is drawn in. */
export interface EffectFigure {
  /** Of the axis. */
  readonly name: string;
  readonly size: Chart["size"];
  /** Of each row along the axis, in pixels. */
  readonly places: readonly number[];
  /** Numbers along the lower edge; else words one below the other. */
  readonly isOrdered: boolean;
  readonly scale: PlotScale;
  readonly metric: string;
  readonly isLoss: boolean;
}

/** Beyond the worst end of the scale: where what has no value is marked. */
const BEYOND = 20;

/** Returns what marks trials without a value, off the scale, beyond its worst end. */
export function missingMarks({ diverged, unfinished }: EffectRow, row: number, figure: EffectFigure): Mark[] {
  const { isOrdered, isLoss, size, places } = figure;
  if (diverged === "" && unfinished === "") return [];
  const color = diverged === "" ? FAINT_INK : ALARM;
  const text = [diverged, unfinished].filter(Boolean).join(", ");
  if (isOrdered) {
    const [x, y] = [places[row]!, isLoss ? -BEYOND : size.height + BEYOND];
    if (diverged === "") return [{ mark: "text", x, y, text, anchor: "middle", color }];
    const left = x - (textWidth(text) + 16) / 2;
    return [
      { mark: "cross", x: left + 4, y, radius: 4, color },
      { mark: "text", x: left + 14, y, text, color },
    ];
  }
  const [x, y] = [isLoss ? size.width + BEYOND : -BEYOND, places[row]!];
  const anchor = isLoss ? "start" : "end";
  if (diverged === "") return [{ mark: "text", x, y, text, anchor, color }];
  const side = isLoss ? 1 : -1;
  return [
    { mark: "cross", x, y, radius: 4, color },
    { mark: "text", x: x + side * 10, y, text, anchor, color },
  ];
}

/** Returns the values of the axis, beyond the marks of what has no value. */
export function rowNames(rows: readonly EffectRow[], figure: EffectFigure): Mark[] {
  const { isOrdered, isLoss, size, places, name } = figure;
  const missing = rows.map(({ diverged, unfinished }) => [diverged, unfinished].filter(Boolean).join(", "));
  const hasMissing = missing.some((text) => text !== "") && !isLoss;
  if (isOrdered) {
    const below = size.height + 20 + (hasMissing ? 20 : 0);
    const axis =
      hasMissing || isLoss
        ? [ruleMark({ x: 0, y: size.height }, { x: size.width, y: size.height }, { color: AXIS, width: 1 })]
        : [];
    const title = axisName(name, { width: size.width, height: below - 18 });
    return [
      ...axis,
      ...rows.map(({ label }, i): TextMark => ({
        mark: "text",
        x: places[i]!,
        y: below,
        text: label,
        anchor: "middle",
      })),
      title,
    ];
  }
  const room = hasMissing ? BEYOND + 14 + largestOf(missing.map((text) => textWidth(text))) : 0;
  return rows.map(({ label }, i): TextMark => ({
    mark: "text",
    x: -14 - room,
    y: places[i]!,
    text: label,
    anchor: "end",
    color: INK,
  }));
}
