import { isBroken, type Draft } from "../fields/draft.ts";
import { metricNamed } from "../metrics.ts";
import type { Problem } from "../problem.ts";
import { errorAt, type Place } from "../source-text.ts";
import { entryOf, toData } from "../spec-node.ts";

/** Returns that a metric is measured on request only, and not listed in `metrics`, if so; a broken list counts as listing everything. */
export function checkListed(metric: string, place: Place, { root, broken }: Draft): Problem[] {
  if (metricNamed(metric).isDefault || isBroken("metrics", broken)) return [];
  const listed = entryOf(root, "metrics")?.value;
  if (listed?.kind === "list" && listed.items.some((item) => toData(item) === metric)) return [];
  const message = `Cannot use ${metric} as the metric must be measured: it is not listed in metrics`;
  return [errorAt(place, { message, hint: `Write metrics: [${metric}]` })];
}
