import type { DatasetVariant } from "./dataset-variants.ts";
import { isBroken, type Draft } from "./draft.ts";
import { metricNamed } from "./metrics.ts";
import type { Problem } from "./problem.ts";
import { errorAt } from "./source-text.ts";
import { entryAt, toData } from "./spec-node.ts";

/** Returns why the metric that shall choose the best configuration is not measured, if so. */
export function checkObjective(draft: Draft, variants: readonly DatasetVariant[]): Problem[] {
  const written = entryAt(draft.root, "objective.metric")?.value;
  if (!written || isBroken("objective", draft.broken)) return [];
  const { name, isDefault, part } = metricNamed(String(toData(written)));
  if (!isDefault && !listsMetric(draft, name)) {
    const message = `Cannot choose by ${name} as the metric must be measured: it is not listed in metrics`;
    return [errorAt(written.place, { message, hint: `Write metrics: [${name}]` })];
  }
  const lacking = variants.find(({ facts }) => part && facts.sizes[part] === 0);
  if (!lacking) return [];
  const message = `Cannot choose by ${name} as every data set must have a ${part} part: ${lacking.name} has none`;
  return [errorAt(written.place, { message, hint: "Write metric: testAccuracy, or metric: testLoss" })];
}

/** A broken list counts as listing everything. */
function listsMetric({ root, broken }: Draft, name: string): boolean {
  if (isBroken("metrics", broken)) return true;
  const metrics = entryAt(root, "metrics")?.value;
  return metrics?.kind === "list" && metrics.items.some((item) => toData(item) === name);
}
