import { checkListed } from "./check-listed.ts";
import type { DatasetVariant } from "../fields/dataset-variants.ts";
import { isBroken, type Draft } from "../fields/draft.ts";
import { validationHint } from "../../fields/validation-hint.ts";
import { missingRequirement, metricNamed, type Metric } from "../../metrics/metrics.ts";
import type { Problem } from "../problem.ts";
import { classesHint } from "../grid/checks/check-targets.ts";
import { errorAt } from "../source-text.ts";
import { entryAt, toData } from "../spec-node.ts";
import { needsData } from "../grid/checks/check-metrics.ts";

/** Returns why the metric of the objective is not measured, if so. */
export function checkObjective(draft: Draft, variants: readonly DatasetVariant[]): Problem[] {
  const whole = entryAt(draft.root, "objective")?.value;
  const written = whole?.kind === "scalar" ? whole : entryAt(draft.root, "objective.metric")?.value;
  if (!written || isBroken("objective", draft.broken)) return [];
  const metric = metricNamed(String(toData(written)));
  const { name } = metric;
  const unlisted = checkListed(name, written.place, draft);
  if (unlisted.length > 0) return unlisted;
  for (const variant of variants) {
    const needed = missingRequirement(metric, variant.facts);
    if (needed === undefined) continue;
    return [errorAt(written.place, needsData(name, needed, variant.name, hintFor(metric, variant)))];
  }
  return [];
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
