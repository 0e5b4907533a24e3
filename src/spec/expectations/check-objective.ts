import { checkListed } from "./check-listed.ts";
import type { DatasetVariant } from "../fields/dataset-variants.ts";
import { isBroken, type Draft } from "../fields/draft.ts";
import { lackOf, metricNamed } from "../metrics.ts";
import type { Problem } from "../problem.ts";
import { errorAt } from "../source-text.ts";
import { entryAt, toData } from "../spec-node.ts";

/** Returns why the metric that shall choose the best configuration is not measured, if so. */
export function checkObjective(draft: Draft, variants: readonly DatasetVariant[]): Problem[] {
  const written = entryAt(draft.root, "objective.metric")?.value;
  if (!written || isBroken("objective", draft.broken)) return [];
  const metric = metricNamed(String(toData(written)));
  const { name } = metric;
  const unlisted = checkListed(name, written.place, draft);
  const lacking = variants.find(({ facts }) => lackOf(metric, facts));
  if (unlisted.length > 0 || !lacking) return unlisted;
  const message = `Cannot choose by ${name} as every data set must have ${lackOf(metric, lacking.facts)}: ${lacking.name} has none`;
  const hint =
    lacking.facts.target.kind === "classes"
      ? "metric: testAccuracy, or metric: testLoss"
      : "metric: testLoss";
  return [errorAt(written.place, { message, hint: `Write ${hint}` })];
}
