import { METRICS, type Metric, missingRequirement, requestFor } from "../../../metrics/metrics.ts";
import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import { type Draft, isBroken } from "../../fields/draft.ts";
import type { PlacedValue } from "../../fields/read-field.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import { entryOf, toData } from "../../spec-node.ts";
import { classesHint } from "./check-targets.ts";
import { statement, type Statement } from "../../../statement.ts";

/** Returns the words below `metrics` that ask for what no data set of the grid has. */
export function checkMetrics(draft: Draft, datasets: readonly DatasetVariant[]): Problem[] {
  const [first] = datasets;
  if (!first) return [];
  return (requestedMetrics(draft) ?? []).flatMap(({ value, place }) => {
    const asked = METRICS.filter((metric) => requestFor(metric) === value);
    if (asked.some((metric) => datasets.some(({ facts }) => !missingRequirement(metric, facts)))) return [];
    const needed = missingRequirement(lastOf(asked), first.facts)!;
    const classHint = asked.some(({ target }) => target === "classes") ? classesHint(first) : undefined;
    const wrong = needsData(value as string, needed, first.name, classHint ?? hintFor(datasets));
    return [errorAt(place, wrong)];
  });
}

/** Returns that a metric needs what a data set does not have: classes, numbers to predict, a part. */
export function needsData(metric: string, needed: string, dataset: string, hint: string): Statement {
  const rule = {
    subject: `The metric ${metric}`,
    verb: "needs",
    allowed: needed,
    found: `none in ${dataset}`,
  };
  return statement("metric-not-available", rule, hint);
}

/** Returns that a metric is not measured, because `metrics` does not list it. */
export function notListed(metric: string, hint: string): Statement {
  const rule = { subject: `The metric ${metric}`, allowed: "listed in metrics" };
  return statement("metric-not-measured", rule, hint);
}

/** Of several metrics the one of the test part, or else the only one, shows best what is missing. */
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
  if (listed?.kind === "map")
    return listed.entries.map(({ key, keyPlace }) => ({ value: key, place: keyPlace }));
  if (listed?.kind !== "list") return [];
  return listed.items.map((item) => ({ value: toData(item) as string, place: item.place }));
}
