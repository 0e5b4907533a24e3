import { ruleMark, type Chart, type Mark } from "../chart.ts";
import { AXIS, FAINT_INK, GREY, sequenceColor } from "../colors.ts";
import { smallestOf } from "../../../math/extremes.ts";

const SIZE = { width: 560, height: 300 } as const;
/** The share of the settings that is coloured: the best ones, but not more than can be followed. */
const [COLORED, MOST_COLORED] = [0.25, 10];
/** Lines through the same value pass it side by side, the best on top, within so many pixels. */
const BUNDLE = 22;
/** Of the gap between two values. */
const BUNDLE_SHARE = 0.6;

/** A vertical line with the names of its values. */
export interface ParallelAxis {
  readonly name: string;
  /** Whether many settings may share a value, so that their lines need room beside each other. */
  readonly isListed: boolean;
  readonly labels: readonly { readonly text: string; readonly place: number }[];
}

/** A setting: where it crosses each axis, 0 = lower end, 1 = upper end. */
export interface ParallelLine {
  readonly places: readonly number[];
}

/** Returns the chart of parallel coordinates; `lines` are ranked, the best first. */
export function parallelChart(
  axes: readonly ParallelAxis[],
  lines: readonly ParallelLine[],
  { title, settings }: { title: string; settings: number },
): Chart {
  const xOf = (axis: number): number => Math.round((axis * SIZE.width) / (axes.length - 1));
  const yOf = (place: number): number => Math.round((1 - place) * SIZE.height);
  const bundles = axes.map((axis) => (axis.isListed ? bundleOf(axis) : 0));
  const colored = Math.min(MOST_COLORED, Math.max(1, Math.ceil(lines.length * COLORED)));
  const marks = lines.map(({ places }, rank): Mark => {
    const share = rank / Math.max(1, lines.length - 1) - 0.5;
    const isColored = rank < colored;
    return {
      mark: "line",
      places: places.map((place, axis) => ({ x: xOf(axis), y: yOf(place) + share * bundles[axis]! })),
      color: isColored ? sequenceColor(rank / colored) : GREY,
      width: rank === 0 ? 3.5 : isColored ? 1.8 : 0.9,
      opacity: isColored ? 0.9 : 0.7,
    };
  });
  const drawn =
    lines.length === settings ? `${settings} settings` : `${lines.length} of ${settings} settings`;
  return {
    title,
    subtitle: `${drawn}; the best ${colored} in colour, from blue (best) to gold; the others grey`,
    size: SIZE,
    marks: [
      ...marks.toReversed(),
      ...axes.flatMap(({ name, labels }, axis): Mark[] => [
        ruleMark({ x: xOf(axis), y: -8 }, { x: xOf(axis), y: SIZE.height + 8 }, { color: AXIS, width: 1 }),
        ...labels.map(({ text, place }): Mark => ({
          mark: "text",
          x: xOf(axis) + 8,
          y: yOf(place),
          text,
          hasHalo: true,
        })),
        { mark: "text", x: xOf(axis), y: SIZE.height + 30, text: name, anchor: "middle", color: FAINT_INK },
      ]),
    ],
  };
}

/** Returns how far lines through one value may be apart. */
function bundleOf({ labels }: ParallelAxis): number {
  const places = labels.map(({ place }) => place).sort((a, b) => a - b);
  const gaps = places.slice(1).map((place, i) => place - places[i]!);
  return Math.min(BUNDLE, BUNDLE_SHARE * SIZE.height * Math.min(1, smallestOf(gaps)));
}
