import { requestedMetrics } from "../grid/checks/check-metrics.ts";
import { isBroken, type Draft } from "../fields/draft.ts";
import { kindOf } from "../grid/kind-of.ts";
import { SPEC_KINDS } from "../grid/kinds/spec-kinds.ts";
import {
  type ExperimentKind,
  isOfKind,
  metricNamed,
  requestFor,
  type Metric,
} from "../../metrics/metrics.ts";
import type { Problem } from "../problem.ts";
import { errorAt, type Place } from "../source-text.ts";
import { entryOf } from "../spec-node.ts";

/** Returns that a metric needs to be listed in `metrics`, or needs a target, and has none, if so; what is broken counts as there. */
export function checkListed(metric: string, place: Place, draft: Draft): Problem[] {
  const named = metricNamed(metric);
  const request = requestFor(named);
  const foreign = checkKindOfMetric(named, place, kindOf(draft.root));
  if (foreign.length > 0 || !SPEC_KINDS[kindOf(draft.root)].choosesMetrics) return foreign;
  if (named.quantity === "epochs" && !mayHaveTarget(draft)) {
    const message = `Cannot use ${metric} as there must be a target: none found`;
    return [
      errorAt(place, {
        code: "metric-not-measured",
        message,
        hint: "Write target: {metric: validationAccuracy, value: 0.9}",
      }),
    ];
  }
  const requested = requestedMetrics(draft);
  if (named.isDefault || !requested || requested.some(({ value }) => value === request)) return [];
  const message = `Cannot use ${metric} as the metric must be measured: it is not listed in metrics`;
  return [errorAt(place, { code: "metric-not-measured", message, hint: `Write metrics: [${request}]` })];
}

/** Networks and descents have metrics of their own. */
function checkKindOfMetric({ name }: Metric, place: Place, kind: ExperimentKind): Problem[] {
  if (isOfKind(name, kind)) return [];
  const { noun, metricHint: hint } = SPEC_KINDS[kind];
  const message = `Cannot use ${name} as ${noun} must have that metric: it has none`;
  return [errorAt(place, { code: "metric-not-available", message, hint })];
}

/** A rule of the sweep may give a target, too. */
function mayHaveTarget({ root, fields, broken }: Draft): boolean {
  const values = fields.get("target.value")?.values ?? [];
  const isWritten = values.some(({ value }) => value !== "none");
  return isWritten || isBroken("target.value", broken) || entryOf(root, "sweep") !== undefined;
}
