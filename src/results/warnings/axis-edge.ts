import { kindName, unitOf } from "../../configuration/kind-of.ts";
import { canonicalJson } from "../../data/canonical-json.ts";
import { toDecimal } from "../../fields/decimal.ts";
import { branchesOf } from "../../fields/schema/schema.ts";
import { sweptSchema } from "../../fields/experiment-schema.ts";
import { isValid } from "../../fields/schema/is-valid.ts";
import type { NumberDistribution } from "../../spec/distribution.ts";
import type { Column } from "../../spec/sweep.ts";
import { groupBy } from "../group-by.ts";
import { listText } from "../list-text.ts";
import { axisName } from "../setting-text.ts";
import type { ConfigurationResult, Warning, Findings } from "../results.ts";
import { isConditionPath } from "../comparisons/conditions.ts";
import { winnersOf } from "../winners.ts";
import { drawnEdge } from "./drawn-edge.ts";
import { nextValues, type Limits } from "./next-values.ts";

/**
 * Warns when the best value of a numeric axis is its smallest or largest, because a better one may be outside the range.
 * Only values that were tried with the best values of all other axes count.
 */
export function axisEdge({
  columns,
  leaderboard,
  experiment,
}: Pick<Findings, "columns" | "leaderboard" | "experiment">): Warning[] {
  const { objective, sweep, base } = experiment;
  const length = sweep.search?.ladder && `${unitOf(kindName(base))}s`;
  const axes = columns.flatMap((column, i) =>
    isConditionPath(column.path, objective.metric) || column.path === length ? [] : [{ column, i }],
  );
  const winners = winnersOf(leaderboard);
  const found = winners.flatMap(({ configuration: best, condition }) => {
    const rivals = leaderboard
      .filter((other) => other.condition === condition)
      .map((other) => other.configuration);
    const asGood = rivals.filter(({ objective }) => objective.mean === best.objective.mean);
    return axes.flatMap(({ column, i }) => {
      const value = best.values[i];
      if (column.distribution && typeof value === "number") {
        const text = drawnEdgeText(column, column.distribution, value, { best, columns });
        return text.map((found) => ({ text: found, condition }));
      }
      if (asGood.some(({ values }) => values[i] !== best.values[i])) return [];
      const tried = rivals
        .filter(({ values }) => differOnlyIn(i, values, best.values))
        .map(({ values }) => values[i]);
      return edgeTexts(column, best.values[i], tried, { best, columns }).map((text) => ({ text, condition }));
    });
  });
  return [...groupBy(found, ({ text }) => text)].map(([text, alike]) => {
    const where = placeText(
      alike.map(({ condition }) => condition),
      winners.length,
    );
    return { code: "axisEdge", message: where === "" ? `The ${text}` : `${where}, the ${text}` };
  });
}

/** "At noise = 0.1", or nothing where there is only one condition. */
function placeText(conditions: readonly string[], all: number): string {
  if (conditions[0] === "") return "";
  return conditions.length === all && all > 1
    ? "In every condition"
    : `At ${listText(conditions, MOST_NAMED)}`;
}

function differOnlyIn(
  column: number,
  values: ConfigurationResult["values"],
  others: ConfigurationResult["values"],
): boolean {
  return values.every((value, i) => i === column || canonicalJson(value) === canonicalJson(others[i]));
}

const MOST_NAMED = 3;

interface Place {
  readonly best: ConfigurationResult;
  readonly columns: readonly Column[];
}

function edgeTexts(
  axis: Column,
  value: unknown,
  tried: readonly unknown[],
  { best, columns }: Place,
): string[] {
  const sorted = tried.filter((other) => typeof other === "number").sort((a, b) => a - b);
  // A number as init says where training starts; `full` is already the end of batchSize.
  const isGiven = axis.path === "architecture.init";
  if (isGiven || sorted.length < 2 || typeof value !== "number") return [];
  const isLow = value === sorted[0];
  const isHigh = value === sorted.at(-1) && sorted.length === tried.length;
  if (!(isLow || isHigh)) return [];
  const { between, beyond } = nextValues(isLow ? sorted : sorted.toReversed(), limitsOf(axis.path, best));
  if (beyond.length === 0) return [];
  const neighbour = isLow ? sorted[1]! : sorted.at(-2)!;
  const gap = between.length > 0 ? `, or between ${plainNumber(neighbour)} and ${plainNumber(value)}` : "";
  return [
    `best value of ${axisName(axis.path, columns)} (${plainNumber(value)}) is the ${isLow ? "smallest" : "largest"} ` +
      `tried; a better one may be ${isLow ? "below" : "above"} it${gap}. ` +
      `Also try ${[...between, ...beyond].map(plainNumber).join(" and ")}.`,
  ];
}

function drawnEdgeText(
  { path }: Column,
  distribution: NumberDistribution,
  value: number,
  { best, columns }: Place,
): string[] {
  const edge = drawnEdge(distribution, value, limitsOf(path, best).isAllowed);
  if (!edge) return [];
  const { side, end, wider } = edge;
  return [
    `best value of ${axisName(path, columns)} (${plainNumber(value)}) is close to the ${side} that the search draws (${plainNumber(end)}); ` +
      `a better one may be ${side === "smallest" ? "below" : "above"} it. Let it draw ${side === "smallest" ? "from" : "up to"} ${plainNumber(wider)}.`,
  ];
}

function limitsOf(path: string, { facts }: ConfigurationResult): Limits {
  const branches = branchesOf(sweptSchema(path));
  const largest = path === "batchSize" ? facts.sizes.train : Infinity;
  return {
    whole: !branches.some(({ type }) => type === "number"),
    isAllowed: (value) => value <= largest && branches.some((branch) => isValid(branch, value)),
  };
}

/** Returns a number without an exponent. */
function plainNumber(value: number): string {
  return value.toFixed(Math.max(0, -toDecimal(value).exponent));
}
