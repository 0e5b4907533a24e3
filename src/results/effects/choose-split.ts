import { canonicalJson } from "../../data/canonical-json.ts";
import type { MetricGoal } from "../../metrics/metrics.ts";
import type { Column } from "../../spec/sweep.ts";
import { isConditionPath } from "../comparisons/conditions.ts";
import { mostOverlap } from "../replicates/fold-overlap.ts";
import { pairedDifference } from "../paired-difference.ts";
import type { AxisSplit, ConfigurationResult, ValueEffect } from "../results.ts";
import type { ComparableBlocks } from "./comparable-blocks.ts";
import { splitEffect } from "./split-effect.ts";
import { replicateMeans } from "./value-effect.ts";

/** More levels than this fit neither into a table nor into a picture. */
const MOST_LEVELS = 8;
/** How sure it must be that another value is better within some level; divided by the number of levels. */
const LEVEL = 0.05;

/** The grid from which an effect is computed. */
interface Grid {
  readonly metric: string;
  readonly columns: readonly Column[];
  readonly configurations: readonly ConfigurationResult[];
  readonly blocks: ComparableBlocks;
  /** The values of the axis on average over the blocks. */
  readonly effects: readonly ValueEffect[];
  readonly goal: MetricGoal;
  readonly winners: readonly ConfigurationResult[];
}

/**
 * Returns the values of an axis within each value of another one, where their average would mislead: because too few
 * combinations can be averaged, because within some level another value is better by more than noise, or because the
 * best setting has another value than the best average. Undefined where the average is enough, or no axis has few enough
 * values. Of several axes, the one with the largest interaction is chosen.
 */
export function chooseSplit(column: number, grid: Grid): AxisSplit | undefined {
  const { columns, configurations, blocks, metric } = grid;
  const others = columns.flatMap(({ kind }, i) => {
    const count = new Set(configurations.map(({ values }) => canonicalJson(values[i]))).size;
    return i === column || kind === "name" || count < 2 ? [] : [{ i, count }];
  });
  const fit = others.filter(({ count }) => count <= MOST_LEVELS).map(({ i }) => i);
  const isPartial =
    blocks.compared.length < blocks.all && (blocks.compared.length === 0 || others.length === 1);
  if (isPartial) {
    const splits = fit.map((by) => splitEffect(column, by, grid));
    const [most] = splits
      .map((split) => ({ split, known: knownCells(split) }))
      .sort((a, b) => b.known - a.known);
    return most && most.known > 0 ? { ...most.split, why: "incomplete" } : undefined;
  }
  if (isConditionPath(columns[column]!.path, metric)) return undefined; // conditions are given, not chosen
  const compared = blocks.compared.flat();
  const splits = fit
    .map((by) => splitEffect(column, by, { columns, configurations: compared, metric }))
    .filter(({ levels }) => levels.length > 1)
    .sort((a, b) => interaction(b) - interaction(a));
  const disagreeing = splits.find((split) => someLevelDisagrees(split, column, grid));
  if (disagreeing) return { ...disagreeing, why: "interaction" };
  return splits[0] && contradictsBest(column, grid) ? { ...splits[0], why: "answer" } : undefined;
}

type Split = Pick<AxisSplit, "path" | "levels">;

/** Returns how many means have another mean to be compared with. */
function knownCells({ levels }: Split): number {
  const counts = levels.map(({ values }) => values.filter(({ objective }) => objective.mean !== null).length);
  return counts.reduce((sum, count) => sum + (count > 1 ? count : 0), 0);
}

/** The sum of squares of the interaction of both axes. */
function interaction({ levels }: Split): number {
  const cells = levels.map(({ values }) => values.map(({ objective }) => objective.mean!));
  const rows = cells.map(meanOf);
  const columns = cells[0]!.map((_, j) => meanOf(cells.map((row) => row[j]!)));
  const all = meanOf(rows);
  return cells
    .flatMap((row, i) => row.map((value, j) => value - rows[i]! - columns[j]! + all))
    .reduce((sum, rest) => sum + rest * rest, 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Whether within some level another value than that of the best average is better, by more than noise where it is known. */
function someLevelDisagrees(
  { path, levels }: Split,
  column: number,
  { columns, blocks, effects, goal }: Grid,
): boolean {
  const favourite = leaderOf(effects, goal);
  const by = columns.findIndex((other) => other.path === path);
  return levels.some(({ value: level, values }) => {
    const leader = leaderOf(values, goal);
    if (!favourite || !leader || isSame(leader.value, favourite.value)) return false;
    const [ahead, behind] = [leader, favourite].map(({ value }) =>
      blocks.compared
        .flat()
        .filter((one) => isSame(one.values[by], level) && isSame(one.values[column], value)),
    ) as [ConfigurationResult[], ConfigurationResult[]];
    const difference = pairedDifference(
      replicateMeans(ahead),
      replicateMeans(behind),
      mostOverlap([...ahead, ...behind]),
    );
    if (difference.status === "tested") return difference.p < LEVEL / levels.length;
    return difference.mean !== null && difference.mean !== 0;
  });
}

/** Whether a best setting has another value than the one that is best on average. */
function contradictsBest(column: number, { effects, goal, winners }: Grid): boolean {
  const favourite = leaderOf(effects, goal)?.objective.mean ?? null;
  return winners.some(({ values }) => {
    const own = effects.find(({ value }) => isSame(value, values[column]))?.objective.mean ?? null;
    return own !== null && own !== favourite;
  });
}

function leaderOf(values: readonly ValueEffect[], goal: MetricGoal): ValueEffect | undefined {
  const known = values.filter(({ objective }) => objective.mean !== null);
  const sign = goal === "maximize" ? 1 : -1;
  return known.toSorted((a, b) => sign * (b.objective.mean! - a.objective.mean!))[0];
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
