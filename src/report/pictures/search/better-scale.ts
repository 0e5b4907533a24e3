import type { Mark } from "../chart.ts";
import { FAINT_INK } from "../colors.ts";
import { metricScale, type PlotScale } from "../plot-scale.ts";

/** A scale near the better values shows differences at least so many times as large. */
const LEAST_GAIN = 2;
/** From an edge to the marks of what lies beyond it. */
export const EDGE = 7;

/**
 * Returns a scale for all values, or for the better ones alone where the others would take most of the room.
 *
 * @param better Some of the values.
 */
export function betterScale(metric: string, values: readonly number[], better: readonly number[]): PlotScale {
  const whole = metricScale(metric, values);
  if (whole.type === "log" || better.length === 0) return whole;
  const near = metricScale(metric, better);
  return LEAST_GAIN * spanOf(near) <= spanOf(whole) ? near : whole;
}

/** Returns whether a scale has no place for a value. */
export function isBeyond(value: number, { domain: [low, high] }: PlotScale): boolean {
  return value < low || value > high;
}

/** Returns a count of results beyond the edge of the worst values, right of a place along it; none for 0. */
export function beyondMark(count: number, x: number, { isLowest, height }: WorstEdge): Mark[] {
  if (count === 0) return [];
  const text = `${isLowest ? "↓" : "↑"} ${count}`;
  const y = isLowest ? height - EDGE : EDGE;
  return [{ mark: "text", x, y, text, color: FAINT_INK, hasHalo: true }];
}

/** Where the worst values are. */
export interface WorstEdge {
  readonly isLowest: boolean;
  readonly height: number;
}

function spanOf({ domain: [low, high] }: PlotScale): number {
  return high - low;
}
