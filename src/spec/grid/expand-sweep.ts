import type { DataFolder } from "../../data/source.ts";
import { applyRules, applyWhen, excludingRule } from "./apply-rules.ts";
import { factOf } from "./fact-of.ts";
import { chosenPoints, drawPoints } from "./search/draw-points.ts";
import { searchSpace } from "./search/search-space.ts";
import type { Branch, Cells, Dimension, Point, Sweep } from "../sweep.ts";

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
  const { drawn } = sweep.search ?? {};
  yield* ruled(drawn ? includedPoints(sweep) : rawPoints(sweep), sweep);
  if (!drawn) return;
  yield* drawn;
  yield* ruled(chosenPoints(sweep), sweep);
}

function* ruled(raw: Iterable<Point>, sweep: Sweep): Generator<Point> {
  for (const each of raw) {
    const point = applyRules(each, sweep);
    if (point) yield point;
  }
}

/**
 * Yields the points of a sweep before `when` and `exclude`: the grid, then what `include` adds; of a search that draws,
 * that first, then what it draws and what it has chosen by results.
 */
export function* rawPoints(sweep: Sweep): Generator<Point> {
  const { branches, folder, search } = sweep;
  const isDrawn = search?.configurations !== undefined;
  if (!isDrawn) for (const branch of branches) yield* gridPoints(branch, folder);
  const included = [...includedPoints(sweep)];
  yield* included;
  if (isDrawn) yield* drawPoints(sweep, search, included);
  yield* chosenPoints(sweep);
}

/** Returns how many points a sweep has before any rule, without those of `include`. */
export function rawSize({ branches, search }: Pick<Sweep, "branches" | "search">): number {
  return search?.configurations ?? gridSize(branches);
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

function* includedPoints({ include, branches, folder, search }: Sweep): Generator<Point> {
  const space = search?.generation === undefined ? undefined : searchSpace(branches, folder);
  for (const inclusion of include) {
    const { cells, name } = inclusion;
    const shares = space?.sharesOf(cells);
    yield { cells, folder, inclusion, ...(name !== undefined && { name }), ...(shares && { shares }) };
  }
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
