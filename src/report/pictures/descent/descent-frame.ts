import type { CostFunction } from "../../../functions/cost-function.ts";
import type { DescentPanel } from "./descent-panels.ts";

type Range = readonly [low: number, high: number];

/** The part of the plane that a picture shows: v1 to the right; upwards v2, or the value of a function of one variable. */
export interface DescentFrame {
  readonly x: Range;
  readonly y: Range;
  /** A map of two variables. */
  readonly isMap: boolean;
}

const MARGIN = 0.12;
/** Points of a curve from which its height is computed. */
const SAMPLES = 120;

/** Returns the frame around all starts and all paths that do not diverge; a map has the same scale in both directions. */
export function frameDescents(panels: readonly DescentPanel[], at: CostFunction["at"]): DescentFrame {
  const descents = panels.flatMap((panel) => panel.descents);
  const points = descents.flatMap(({ points, status }) =>
    status === "diverged" ? points.slice(0, 2) : points,
  );
  const across = rangeOf(points.map(([v1]) => v1!));
  if (points[0]!.length > 1) return square(across, rangeOf(points.map(([, v2]) => v2!)));
  const x = widen(across);
  const values = samplesOf(x, SAMPLES).map((v) => at([v]).value);
  return { x, y: widen(rangeOf(values.filter(Number.isFinite))), isMap: false };
}

/** Returns numbers at even distances, both ends included. */
export function samplesOf([low, high]: Range, count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
}

function square(x: Range, y: Range): DescentFrame {
  const side = (1 + 2 * MARGIN) * (Math.max(x[1] - x[0], y[1] - y[0]) || 1);
  const around = ([low, high]: Range): Range => [(low + high - side) / 2, (low + high + side) / 2];
  return { x: around(x), y: around(y), isMap: true };
}

function widen([low, high]: Range): Range {
  const margin = MARGIN * (high - low) || 1;
  return [low - margin, high + margin];
}

function rangeOf(values: readonly number[]): Range {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return low <= high ? [low, high] : [0, 0];
}
