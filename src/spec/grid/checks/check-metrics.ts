import type { Draft } from "../../fields/draft.ts";
import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import { missingRequirement, METRICS, requestFor, type Metric } from "../../../metrics/metrics.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import { classesHint } from "./check-targets.ts";
import { requestedMetrics } from "./requested-metrics.ts";

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
