import { layOver } from "./lay-over.ts";
import type { Point, Sweep, WhenRule } from "../sweep.ts";

/** Returns a point as `when` leaves it; undefined if `exclude` removes it. */
export function applyRules(raw: Point, sweep: Sweep): Point | undefined {
  const point = sweep.when.reduce((derived, rule) => applyWhen(rule, derived), raw);
  return excludingRule(point, sweep) < 0 ? point : undefined;
}

/** Returns a point with the values that a rule sets, where it matches; else the point itself. */
export function applyWhen({ matches, set }: WhenRule, point: Point): Point {
  return matches(point) ? { ...point, cells: layOver(point.cells, set) } : point;
}

/** Returns which rule of `exclude` is the first to remove a point, or -1; included points stay. */
export function excludingRule(point: Point, { exclude }: Sweep): number {
  return point.inclusion ? -1 : exclude.findIndex(({ matches }) => matches(point));
}

/** Returns the paths of all cells in which points of a sweep may differ. */
export function variedPaths({ branches, when, include }: Sweep): Set<string> {
  const cells = [
    ...branches.flatMap(({ dimensions }) => dimensions.flatMap(({ choices }) => choices)),
    ...(branches.length + include.length > 1 ? branches.map(({ fixed }) => fixed) : []),
    ...when.map(({ set }) => set),
    ...include.map((inclusion) => inclusion.cells),
  ];
  return new Set(cells.flatMap((some) => Object.keys(some)));
}
