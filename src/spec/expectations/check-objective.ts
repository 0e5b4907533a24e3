import { checkListed } from "./check-listed.ts";
import type { DatasetVariant } from "../fields/dataset-variants.ts";
import { isBroken, type Draft } from "../fields/draft.ts";
import { validationHint } from "../../fields/validation-hint.ts";
import { missingRequirement, metricNamed, type Metric } from "../../metrics/metrics.ts";
import type { Problem } from "../problem.ts";
import { classesHint } from "../grid/checks/check-targets.ts";
import { errorAt } from "../source-text.ts";
import { entryAt, toData } from "../spec-node.ts";

/** Returns why the metric that shall choose the best configuration is not measured, if so. */
export function checkObjective(draft: Draft, variants: readonly DatasetVariant[]): Problem[] {
  const written = entryAt(draft.root, "objective.metric")?.value;
  if (!written || isBroken("objective", draft.broken)) return [];
  const metric = metricNamed(String(toData(written)));
  const { name } = metric;
  const unlisted = checkListed(name, written.place, draft);
  const lacking = variants.find(({ facts }) => missingRequirement(metric, facts));
  if (unlisted.length > 0 || !lacking) return unlisted;
  const message = `Cannot choose by ${name} as every data set must have ${missingRequirement(metric, lacking.facts)}: ${lacking.name} has none`;
  return [errorAt(written.place, { code: "metric-not-available", message, hint: hintFor(metric, lacking) })];
}

function hintFor({ part, target }: Metric, dataset: DatasetVariant): string {
  const { name, facts } = dataset;
  const classHint = target === "classes" ? classesHint(dataset) : undefined;
  if (classHint) return classHint;
  const own = part === "validation" ? validationHint(name) : undefined;
  const other = facts.sizes.validation > 0 ? "validation" : "test";
  const choices = facts.target.kind === "classes" ? ["Accuracy", "Loss"] : ["Loss"];
  const ways = [...(own ? [own] : []), ...choices.map((quantity) => `metric: ${other}${quantity}`)];
  return `Write ${ways.join(", or ")}`;
}
