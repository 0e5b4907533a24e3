import { notListed, requestedMetrics } from "../grid/checks/check-metrics.ts";
import { isBroken, type Draft } from "../fields/draft.ts";
import { kindOf } from "../grid/kind-of.ts";
import { SPEC_KINDS } from "../grid/kinds/spec-kinds.ts";
import {
  DECLARES_METRICS,
  type ExperimentKind,
  isOfKind,
  metricNamed,
  requestFor,
  type Metric,
} from "../../metrics/metrics.ts";
import type { Problem } from "../problem.ts";
import { errorAt, type Place } from "../source-text.ts";
import { entryOf } from "../spec-node.ts";
import { statement } from "../../statement.ts";
import { capitalized } from "../../text/counted.ts";

/** Returns that a metric is not listed in `metrics`, or needs a target, if so; a field with a problem counts as written. */
export function checkListed(metric: string, place: Place, draft: Draft): Problem[] {
  const named = metricNamed(metric);
  const request = requestFor(named);
  const foreign = checkKindOfMetric(named, place, kindOf(draft.root));
  if (foreign.length > 0 || !SPEC_KINDS[kindOf(draft.root)].choosesMetrics) return foreign;
  if (named.quantity === "epochs" && !mayHaveTarget(draft)) {
    const rule = { subject: `The metric ${metric}`, verb: "needs", allowed: "a target", found: "none" };
    const hint = "Write target: {metric: validationAccuracy, value: 0.9}";
    return [errorAt(place, statement("metric-not-measured", rule, hint))];
  }
  const requested = requestedMetrics(draft);
  const isMeasured = named.isDefault && !DECLARES_METRICS[kindOf(draft.root)];
  if (isMeasured || !requested || requested.some(({ value }) => value === request)) return [];
  return [errorAt(place, notListed(metric, SPEC_KINDS[kindOf(draft.root)].listingHint(request)))];
}

/** Networks and descents have metrics of their own. */
function checkKindOfMetric({ name }: Metric, place: Place, kind: ExperimentKind): Problem[] {
  if (isOfKind(name, kind)) return [];
  const { noun, metricHint: hint } = SPEC_KINDS[kind];
  const message = `${capitalized(noun)} does not have the metric ${name}`;
  return [errorAt(place, statement("metric-not-available", message, hint))];
}

/** A rule of the sweep may give a target, too. */
function mayHaveTarget({ root, fields, broken }: Draft): boolean {
  const values = fields.get("target.value")?.values ?? [];
  const isWritten = values.some(({ value }) => value !== "none");
  return isWritten || isBroken("target.value", broken) || entryOf(root, "sweep") !== undefined;
}
