import type { Column } from "../../spec/sweep.ts";
import { axisName } from "../setting-text.ts";
import type { ConfigurationResult, Warning } from "../results.ts";
import type { Findings } from "./findings.ts";
import { nextValues } from "./next-values.ts";

/** Warns when the best value of a numeric axis is its smallest or largest, as a better one may lie beyond. */
export function axisEdge({ columns, best, configurations }: Findings): Warning[] {
  if (!best) return [];
  const asGood = configurations.filter(({ objective }) => objective.mean === best.objective.mean);
  return columns.flatMap((axis, i) => {
    const values = asGood.map((configuration) => configuration.values[i]);
    return edgeWarning(axis, values, { best, columns, position: i });
  });
}

interface Place {
  readonly best: ConfigurationResult;
  readonly columns: readonly Column[];
  readonly position: number;
}

function edgeWarning(
  axis: Column,
  bestValues: readonly unknown[],
  { best, columns, position }: Place,
): Warning[] {
  const value = best.values[position];
  const sorted = axis.values.filter((other) => typeof other === "number").sort((a, b) => a - b);
  // The data and where training starts are conditions, not choices; `full` is already the end of batchSize.
  const isCondition = axis.path.startsWith("dataset") || axis.path === "architecture.init";
  if (isCondition || sorted.length < 2 || typeof value !== "number") return [];
  const isLow = value === sorted[0];
  const isHigh = value === sorted.at(-1) && sorted.length === axis.values.length;
  if (!(isLow || isHigh) || bestValues.some((other) => other !== value)) return [];
  const next = nextValues(isLow ? sorted : sorted.toReversed(), limitsOf(axis.path, best));
  if (next.length === 0) return [];
  const message =
    `The best value of ${axisName(axis.path, columns)}, ${value}, is the ${isLow ? "smallest" : "largest"} tried; ` +
    `a better one may lie beyond. Try also ${next.join(" and ")}.`;
  return [{ code: "axisEdge", message }];
}

function limitsOf(path: string, { facts }: ConfigurationResult): { whole: boolean; largest: number } {
  const largest = path === "batchSize" ? facts.sizes.train : Infinity;
  return { whole: path === "batchSize" || path === "epochs", largest };
}
