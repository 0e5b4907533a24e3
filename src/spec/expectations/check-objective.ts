import { checkListed } from "./check-listed.ts";
import type { DatasetVariant } from "../fields/dataset-variants.ts";
import { isBroken, type Draft } from "../fields/draft.ts";
import { metricNamed } from "../metrics.ts";
import type { Problem } from "../problem.ts";
import { errorAt } from "../source-text.ts";
import { entryAt, toData } from "../spec-node.ts";

/** Returns why the metric that shall choose the best configuration is not measured, if so. */
export function checkObjective(draft: Draft, variants: readonly DatasetVariant[]): Problem[] {
  const written = entryAt(draft.root, "objective.metric")?.value;
  if (!written || isBroken("objective", draft.broken)) return [];
  const { name, part } = metricNamed(String(toData(written)));
  const unlisted = checkListed(name, written.place, draft);
  const lacking = variants.find(({ facts }) => part && facts.sizes[part] === 0);
  if (unlisted.length > 0 || !lacking) return unlisted;
  const message = `Cannot choose by ${name} as every data set must have a ${part} part: ${lacking.name} has none`;
  return [errorAt(written.place, { message, hint: "Write metric: testAccuracy, or metric: testLoss" })];
}
