import type { Ask } from "./ask.ts";
import { isActive, levelAt, shareOf, type Axis } from "./axis.ts";

/**
 * A point of the cube as kernels see it, by axis: the share, in the middle of its level where there are levels; the level itself
 * where levels have no order; NaN where the axis does not matter.
 */
export type Point = readonly number[];

/** Returns the point at some shares. */
export function pointAt(axes: Ask["axes"], shares: readonly number[]): Point {
  const point: number[] = [];
  for (const [i, axis] of axes.entries())
    point.push(isUsed(axis, i, point) ? positionAt(axis, shares[i]!) : NaN);
  return point;
}

/** Returns the shares of a point; 1/2 where an axis does not matter. */
export function sharesOf(axes: Ask["axes"], point: Point): number[] {
  return axes.map((axis, i) => {
    const position = point[i]!;
    if (Number.isNaN(position)) return 0.5;
    return axis.kind === "unordered" ? shareOf(axis.levels, position) : position;
  });
}

/** Returns whether an axis matters, given the positions on the axes before it. */
export function isUsed(axis: Axis, i: number, before: Point): boolean {
  return i === 0 || isActive(axis, before[0]!);
}

/** Returns the position of a share on an axis. */
export function positionAt(axis: Axis, share: number): number {
  if (axis.kind === "continuous") return share;
  const level = levelAt(axis.levels, share);
  return axis.kind === "ordered" ? shareOf(axis.levels, level) : level;
}
