import { argmax, largestOf, smallestOf } from "../../../math/extremes.ts";
import type { Results } from "../../../results/results.ts";
import { clipText } from "../../../text/clip-text.ts";
import { WEIGHT_LEVELS, type HiddenUnit, type Portrait } from "../../../training/portraits/portrait.ts";
import { DISTINCT, FAINT_INK, GREY, GRID, INK } from "../colors.ts";
import type { Picture } from "../picture.ts";
import { classNames } from "./class-names.ts";
import { pixelPath } from "./pixel-path.ts";
import { framedSvg, svgText } from "./svg.ts";

/** The name of the picture. */
export const HIDDEN_UNITS = "hidden-units";

const COLUMNS = 6;
const TILE = 84;
const GAP = 12;
const BARS = 26;
const NAME = 16;
/** Letters of a class's name, at most. */
const MOST_LETTERS = 4;
const ROW = TILE + BARS + NAME + GAP;

/** Returns the picture of the weights of the first hidden layer; none for data other than images. */
export function hiddenUnitsPicture({ units, part }: Portrait, results: Results): Picture[] {
  const { experiment, best } = results;
  const nameOf = classNames(results);
  const image = best?.facts.image;
  if (!image || !units || units.shown.length === 0) return [];
  const { shown, count } = units;
  const which =
    shown.length < count
      ? `the ${shown.length} of ${count} units that differ most between classes`
      : `all ${count} units`;
  return [
    {
      name: HIDDEN_UNITS,
      alt: `${experiment.name}: incoming weights of ${shown.length} hidden units as images, and their mean activation by class`,
      caption: captionOf(shown, nameOf),
      drawing: framedSvg(
        {
          title: "Incoming weights of the hidden units",
          subtitle: `${which}; weights from each pixel, blue +, orange −; bars: mean activation by class, ${part} examples`,
          width: COLUMNS * (TILE + GAP) - GAP,
          height: Math.ceil(shown.length / COLUMNS) * ROW - GAP,
        },
        shown.map((unit, i) => tile(unit, image, { i, nameOf })),
      ),
    },
  ];
}

/** A unit is a detector of a class where that class leads by at least this share of the unit's range over all classes. */
const DETECTOR_LEAD = 0.5;

function captionOf(shown: readonly HiddenUnit[], nameOf: (label: number) => string): string {
  const { index, activity } = shown.toSorted((a, b) => spreadOf(b) - spreadOf(a))[0]!;
  const ranked = [...activity.keys()].sort((a, b) => activity[b]! - activity[a]!);
  const [most, least] = [ranked[0]!, ranked.at(-1)!];
  const detectors = shown.filter(isDetector).length;
  const several = activity.length > 2 ? [detectorText(detectors, shown.length)] : [];
  return [
    `Unit ${index} differs most between classes: its mean activation is ${activity[most]!.toFixed(2)} for class ${nameOf(most)} ` +
      `and ${activity[least]!.toFixed(2)} for class ${nameOf(least)}`,
    ...several,
    "Pixels that are blank in all training examples are left blank",
  ].join(". ");
}

function detectorText(detectors: number, shown: number): string {
  const how = "its mean activation for that class exceeds the next one by at least half of its range";
  if (detectors === 0) return "No unit shown responds to one class alone";
  return `${detectors} of the ${shown} units shown ${detectors === 1 ? "responds" : "respond"} to one class far more than to any other (${how})`;
}

function isDetector(unit: HiddenUnit): boolean {
  const [first, second] = unit.activity.toSorted((a, b) => b - a);
  const spread = spreadOf(unit);
  return spread > 0 && first! - second! >= DETECTOR_LEAD * spread;
}

function spreadOf({ activity }: HiddenUnit): number {
  return largestOf(activity) - smallestOf(activity);
}

function tile(
  { index, weights, activity }: HiddenUnit,
  [height, width]: readonly [number, number],
  { i, nameOf }: { i: number; nameOf: (label: number) => string },
): string {
  const [x, y] = [(i % COLUMNS) * (TILE + GAP), Math.floor(i / COLUMNS) * ROW];
  const scale = TILE / Math.max(width, height);
  const favourite = argmax(activity);
  return [
    `<rect x="${x}" y="${y}" width="${TILE}" height="${TILE}" fill="${GRID}" fill-opacity="0.5"/>`,
    `<g transform="translate(${x},${y}) scale(${scale})" shape-rendering="crispEdges">`,
    weightPaths(weights, width, { sign: 1, color: DISTINCT[0]! }),
    weightPaths(weights, width, { sign: -1, color: DISTINCT[1]! }),
    "</g>",
    bars(activity, { x, y: y + TILE + 4, favourite }),
    svgText(`highest: ${clipText(nameOf(favourite), MOST_LETTERS)}`, {
      x,
      y: y + TILE + BARS + NAME,
      size: 11,
    }),
    svgText(`#${index}`, {
      x: x + TILE,
      y: y + TILE + BARS + NAME,
      size: 11,
      fill: FAINT_INK,
      anchor: "end",
    }),
  ].join("");
}

function weightPaths(
  weights: readonly number[],
  width: number,
  { sign, color }: { sign: 1 | -1; color: string },
): string {
  const paths = Array.from({ length: WEIGHT_LEVELS }, (_, level) => {
    const path = pixelPath(weights, width, (weight) => weight === sign * (level + 1));
    return path && `<path d="${path}" stroke-opacity="${[0.4, 1][level]}"/>`;
  });
  return `<g stroke="${color}">${paths.join("")}</g>`;
}

/** Bars reach from the smallest to the largest activation, because their differences between classes matter. */
function bars(
  activity: readonly number[],
  { x, y, favourite }: { x: number; y: number; favourite: number },
): string {
  const step = TILE / activity.length;
  const [low, high] = [Math.min(0, smallestOf(activity)), largestOf(activity)];
  return activity
    .map((value, k) => {
      const length = high > low ? ((value - low) / (high - low)) * (BARS - 4) : 0;
      const top = y + BARS - 4 - length;
      const fill = k === favourite ? INK : GREY;
      return `<rect x="${x + k * step + 0.5}" y="${top}" width="${step - 1}" height="${length + 1}" fill="${fill}"/>`;
    })
    .join("");
}
