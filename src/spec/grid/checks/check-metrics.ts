import { METRICS, type Metric, missingRequirement, requestFor } from "../../../metrics/metrics.ts";
import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import { type Draft, isBroken } from "../../fields/draft.ts";
import type { PlacedValue } from "../../fields/read-field.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import { entryOf, toData } from "../../spec-node.ts";
import { classesHint } from "./check-targets.ts";

/** Returns the words below `metrics` that ask for what no data set of the grid has. */
export function checkMetrics(draft: Draft, datasets: readonly DatasetVariant[]): Problem[] {
  const [first] = datasets;
  if (!first) return [];
  return (requestedMetrics(draft) ?? []).flatMap(({ value, place }) => {
    const asked = METRICS.filter((metric) => requestFor(metric) === value);
    if (asked.some((metric) => datasets.some(({ facts }) => !missingRequirement(metric, facts)))) return [];
    const lack = missingRequirement(lastOf(asked), first.facts)!;
    const classHint = asked.some(({ target }) => target === "classes") ? classesHint(first) : undefined;
    const message = `Cannot measure ${value as string} as there must be ${lack}: ${first.name} has none`;
    return [errorAt(place, { code: "metric-not-available", message, hint: classHint ?? hintFor(datasets) })];
  });
}

/** Of several metrics the one of the test part, or else the only one, tells best what is missing. */
function lastOf(asked: readonly Metric[]): Metric {
  return asked.find(({ part }) => part === "test") ?? asked[0]!;
}

function hintFor(datasets: readonly DatasetVariant[]): string {
  const isClassified = datasets.every(({ facts }) => facts.target.kind === "classes");
  return isClassified ? "Write for example f1 or logLoss" : "Write for example mae, rmse or r2";
}

/** Returns the words below `metrics` with their places; undefined where they are wrong already. */
export function requestedMetrics({ root, broken }: Draft): readonly PlacedValue[] | undefined {
  if (isBroken("metrics", broken)) return undefined;
  const listed = entryOf(root, "metrics")?.value;
  if (listed?.kind !== "list") return [];
  return listed.items.map((item) => ({ value: toData(item) as string, place: item.place }));
}
