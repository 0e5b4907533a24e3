import { ruleMark, type Mark, type Place } from "../chart.ts";
import { ACCENT, ALARM, AXIS, distinctColor, FAINT_INK, GREY } from "../colors.ts";
import type { PlotScale } from "../plot-scale.ts";
import { axisName, valueAxis } from "../value-axis.ts";
import { beyondMark, EDGE, isBeyond } from "./better-scale.ts";

/** A setting at each of the rungs that it reached. */
export interface Climb {
  /** Number of the setting. */
  readonly index: number;
  readonly steps: readonly {
    readonly length: number;
    /** Undefined where it diverged. */
    readonly value: number | undefined;
    readonly continues: boolean;
  }[];
}

/** What climbs are drawn in. */
export interface ClimbFigure {
  readonly metric: string;
  readonly scale: PlotScale;
  readonly unit: string;
  /** Number of the best setting. */
  readonly best: number | undefined;
  /** Whether the worst values are the lowest. */
  readonly isLowest: boolean;
}

export const SIZE = { width: 520, height: 300 } as const;
/** Of the width, beside the first and the last rung. */
const MARGIN = 0.08;
/** Between the middles of the lower edge and of the texts below it. */
const BELOW = 18;
/** Dots of a rung are spread over so many pixels on either side. */
const SPREAD = 12;
/** From the outermost dot to a count. */
const ASIDE = 8;
/** The golden section: its multiples are spread evenly, however many there are. */
const GOLDEN = 0.6180339887;

/** Returns the marks of settings that climb the rungs of a search. */
export function survivorsMarks(climbs: readonly Climb[], figure: ClimbFigure): Mark[] {
  const { metric, scale, unit, best, isLowest } = figure;
  const lengths = [...new Set(climbs.flatMap(({ steps }) => steps.map(({ length }) => length)))];
  lengths.sort((a, b) => a - b);
  const acrossOf = (length: number): number =>
    SIZE.width * (MARGIN + ((1 - 2 * MARGIN) * lengths.indexOf(length)) / Math.max(1, lengths.length - 1));
  const placeOf = (index: number, length: number, value: number | undefined): Place => ({
    x: rounded(acrossOf(length) + SPREAD * (2 * ((index * GOLDEN) % 1) - 1)),
    y:
      value === undefined
        ? isLowest
          ? SIZE.height - EDGE
          : EDGE
        : rounded((1 - scale.share(value)) * SIZE.height),
  });
  const line = ({ index, steps }: Climb, color: string, width: number): Mark[] => {
    const known = steps.filter(({ value }) => value !== undefined);
    const places = known.map(({ length, value }) => placeOf(index, length, value));
    return places.length < 2 ? [] : [{ mark: "line", places, color, width, isClipped: true }];
  };
  const dots = ({ index, steps }: Climb, color: string, radius: number): Mark[] =>
    steps.flatMap(({ length, value }): Mark[] => {
      const place = placeOf(index, length, value);
      if (value === undefined) return [{ mark: "cross", ...place, radius: 4, color: ALARM }];
      return isBeyond(value, scale) ? [] : [{ mark: "dot", ...place, radius, color }];
    });
  const others = climbs.filter(({ index }) => index !== best);
  const [went, stayed] = [true, false].map((wanted) =>
    others.filter(({ steps }) => steps.length > 1 === wanted),
  );
  const winner = climbs.filter(({ index }) => index === best);
  return [
    ...valueAxis(scale, metric, { size: SIZE, direction: "up" }),
    ruleMark({ x: 0, y: SIZE.height }, { x: SIZE.width, y: SIZE.height }, { color: AXIS, width: 1 }),
    ...lengths.map((length): Mark => {
      const place = { x: acrossOf(length), y: SIZE.height + BELOW };
      return { mark: "text", ...place, text: String(length), anchor: "middle", color: FAINT_INK };
    }),
    axisName(`${unit}s`, SIZE),
    ...stayed!.flatMap((climb) => dots(climb, GREY, 3)),
    ...went!.flatMap((climb) => line(climb, ACCENT, 1)),
    ...went!.flatMap((climb) => dots(climb, ACCENT, 3)),
    ...winner.flatMap((climb) => [
      ...line(climb, distinctColor(1), 2.6),
      ...dots(climb, distinctColor(1), 5),
    ]),
    ...lengths.flatMap((length) => {
      const there = climbs.flatMap(({ steps }) => steps.filter((step) => step.length === length));
      const beyond = there.filter(({ value }) => value !== undefined && isBeyond(value, scale));
      return beyondMark(beyond.length, acrossOf(length) + SPREAD + ASIDE, { isLowest, height: SIZE.height });
    }),
  ];
}

/** In tenths of a pixel. */
function rounded(place: number): number {
  return Math.round(10 * place) / 10;
}
