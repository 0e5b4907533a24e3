import { canonicalJson } from "../../data/canonical-json.ts";
import { toDecimal } from "../../spec/fields/decimal.ts";
import { branchesOf, isValid, sweptSchema } from "../../spec/schema/experiment-schema.ts";
import type { Column } from "../../spec/sweep.ts";
import { axisName } from "../setting-text.ts";
import type { ConfigurationResult, Warning } from "../results.ts";
import type { Findings } from "./findings.ts";
import { nextValues, type Limits } from "./next-values.ts";

/**
 * Warns when the best value of a numeric axis is its smallest or largest, as a better one may lie beyond. Only what was
 * tried with the best values of all other axes counts.
 */
export function axisEdge({ columns, best, configurations }: Findings): Warning[] {
  if (!best) return [];
  return columns.flatMap((axis, i) => {
    const alike = configurations.filter(({ values }) => differOnlyIn(i, values, best.values));
    const isLone = configurations
      .filter(({ objective }) => objective.mean === best.objective.mean)
      .every(({ values }) => values[i] === best.values[i]);
    return isLone
      ? edgeWarning(
          axis,
          best.values[i],
          alike.map(({ values }) => values[i]!),
          { best, columns },
        )
      : [];
  });
}

function differOnlyIn(
  column: number,
  values: ConfigurationResult["values"],
  others: ConfigurationResult["values"],
): boolean {
  return values.every((value, i) => i === column || canonicalJson(value) === canonicalJson(others[i]));
}

function edgeWarning(
  axis: Column,
  value: unknown,
  tried: readonly unknown[],
  { best, columns }: { readonly best: ConfigurationResult; readonly columns: readonly Column[] },
): Warning[] {
  const sorted = tried.filter((other) => typeof other === "number").sort((a, b) => a - b);
  // The data and where training starts are conditions, not choices; `full` is already the end of batchSize.
  const isCondition = axis.path.startsWith("dataset") || axis.path === "architecture.init";
  if (isCondition || sorted.length < 2 || typeof value !== "number") return [];
  const isLow = value === sorted[0];
  const isHigh = value === sorted.at(-1) && sorted.length === tried.length;
  if (!(isLow || isHigh)) return [];
  const { between, beyond } = nextValues(isLow ? sorted : sorted.toReversed(), limitsOf(axis.path, best));
  if (beyond.length === 0) return [];
  const neighbour = isLow ? sorted[1]! : sorted.at(-2)!;
  const gap = between.length > 0 ? `, or between it and ${plainNumber(neighbour)}` : "";
  const message =
    `The best value of ${axisName(axis.path, columns)}, ${plainNumber(value)}, is the ${isLow ? "smallest" : "largest"} ` +
    `tried; a better one may lie beyond${gap}. Try also ${[...between, ...beyond].map(plainNumber).join(" and ")}.`;
  return [{ code: "axisEdge", message }];
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
