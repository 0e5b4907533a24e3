import { contours } from "d3-contour";
import type { CostFunction } from "../../../functions/cost-function.ts";
import { ACCENT } from "../colors.ts";
import { samplesOf, type DescentFrame } from "./descent-frame.ts";
import { SIDE } from "./panel-place.ts";

const GRID = 81;
/** Contour lines; the same share of the map lies between any two neighbours. */
const LEVELS = 14;

/** Returns the contour map of a function of two variables as SVG. */
export function contourLayer({ x, y }: DescentFrame, at: CostFunction["at"]): string {
  const rows = samplesOf(y, GRID).toReversed();
  const values = rows.flatMap((v2) => samplesOf(x, GRID).map((v1) => at([v1, v2]).value));
  const lines = contours().size([GRID, GRID]).thresholds(levelsOf(values))(values);
  const paths = lines.map(({ coordinates }) => `<path d="${coordinates.flat().map(ringPath).join("")}"/>`);
  return `<g fill="${ACCENT}" fill-opacity="0.055" stroke="${ACCENT}" stroke-opacity="0.35" stroke-width="0.7">${paths.join("")}</g>`;
}

/** Quantiles rather than even distances, so that valleys and walls both show. */
function levelsOf(values: readonly number[]): number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const levels = Array.from({ length: LEVELS }, (_, i) => {
    return sorted[Math.floor(((i + 0.5) * sorted.length) / LEVELS)] ?? 0;
  });
  return [...new Set(levels)];
}

/** The value of a sample belongs to the middle of its cell. */
function ringPath(ring: readonly (readonly number[])[]): string {
  const place = (cell: number): string => (((cell - 0.5) / (GRID - 1)) * SIDE).toFixed(1);
  return `M${ring.map(([x, y]) => `${place(x!)} ${place(y!)}`).join("L")}Z`;
}
