import type { DataFolder } from "../../data/source.ts";
import { factOf } from "./fact-of.ts";
import { layOver } from "./lay-over.ts";
import type { Branch, Cells, Dimension, Inclusion, Point, Sweep, WhenRule } from "../sweep.ts";

/** A sweep's points in the order of every table, and how many points each rule applied to. */
export interface Expansion {
  readonly points: readonly Point[];
  /** One count for each rule of `when`, and of `exclude`. */
  readonly when: readonly number[];
  readonly exclude: readonly number[];
  /** Whether each rule of `when` sets a value that some point does not have without rules. */
  readonly changing: readonly boolean[];
  /** One count for each rule of `exclude`: points that no rule before it had removed. */
  readonly removed: readonly number[];
}

/** Applies a sweep's rules: grid, `when`, `exclude`, then `include` with `when` once more. Duplicates stay. */
export function expandSweep(sweep: Sweep): Expansion {
  const when = sweep.when.map(() => 0);
  const changing = sweep.when.map(() => false);
  const exclude = sweep.exclude.map(() => 0);
  const removed = sweep.exclude.map(() => 0);
  const points: Point[] = [];
  for (const raw of rawPoints(sweep)) {
    const point = derive(raw, sweep, { when, changing });
    const rule = excludingRule(point, sweep);
    if (rule < 0) {
      points.push(point);
      continue;
    }
    removed[rule]! += 1;
    countMatches(point, sweep, exclude);
  }
  return { points, when, changing, exclude, removed };
}

/** Yields the points that a sweep's rules leave, in the order of every table, repeats included. */
export function* pointsOf(sweep: Sweep): Generator<Point> {
  for (const raw of rawPoints(sweep)) {
    const point = sweep.when.reduce((derived, rule) => applyWhen(rule, derived), raw);
    if (excludingRule(point, sweep) < 0) yield point;
  }
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

/** Yields the points of a sweep before `when` and `exclude`: the grid, then what `include` adds. */
export function* rawPoints({ branches, include, folder }: Sweep): Generator<Point> {
  for (const branch of branches) yield* gridPoints(branch, folder);
  for (const inclusion of include) yield includedPoint(inclusion, folder);
}

/** Returns which rule of `exclude` is the first to remove a point, or -1; included points stay. */
export function excludingRule(point: Point, { exclude }: Sweep): number {
  return point.inclusion ? -1 : exclude.findIndex(({ matches }) => matches(point));
}

/** Returns a point with the values that a rule sets, where it matches; else the point itself. */
export function applyWhen({ matches, set }: WhenRule, point: Point): Point {
  return matches(point) ? { ...point, cells: layOver(point.cells, set) } : point;
}

/** Returns how many points the grid has before any rule. */
export function gridSize(branches: readonly Branch[]): number {
  const sizeOf = ({ dimensions }: Branch) =>
    dimensions.reduce((size, { choices }) => size * choices.length, 1);
  return branches.reduce((sum, branch) => sum + sizeOf(branch), 0);
}

function* gridPoints({ variant, fixed, dimensions }: Branch, folder: DataFolder): Generator<Point> {
  const last = dimensions.at(-1)?.choices ?? [{}];
  for (const outer of combine(fixed, dimensions.slice(0, -1))) {
    for (const choice of last) {
      const cells = { ...outer, ...choice };
      yield variant ? { cells, folder, variant: variant.name } : { cells, folder };
    }
  }
}

function* combine(cells: Cells, dimensions: readonly Dimension[]): Generator<Cells> {
  const [first, ...others] = dimensions;
  if (!first) yield cells;
  else for (const choice of first.choices) yield* combine({ ...cells, ...choice }, others);
}

function includedPoint(inclusion: Inclusion, folder: DataFolder): Point {
  const { cells, name } = inclusion;
  return { cells, folder, inclusion, ...(name !== undefined && { name }) };
}

function derive(
  raw: Point,
  { when }: Sweep,
  { when: counts, changing }: { when: number[]; changing: boolean[] },
): Point {
  let point = raw;
  for (const [i, rule] of when.entries()) {
    const derived = applyWhen(rule, point);
    if (derived === point) continue;
    counts[i]! += 1;
    changing[i] ||= Object.keys(rule.set).some((path) => {
      return differs(path, point, derived) || differs(path, raw, derived); // a rule written twice is harmless
    });
    point = derived;
  }
  return point;
}

function differs(path: string, a: Point, b: Point): boolean {
  return JSON.stringify(factOf(a, path)) !== JSON.stringify(factOf(b, path));
}

function countMatches(point: Point, { exclude }: Sweep, counts: number[]): void {
  for (const [i, { matches }] of exclude.entries()) if (matches(point)) counts[i]! += 1;
}
