import type { NamedOptions } from "../../../fields/tables/field.ts";
import { validationHint } from "../../../fields/validation-hint.ts";
import { type Metric, metricNamed, missingRequirement, requestFor } from "../../../metrics/metrics.ts";
import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, warningAt } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";
import { classesHint } from "./check-targets.ts";
import { statement, type Statement } from "../../../statement.ts";
import { needsData, notListed } from "./check-metrics.ts";

/** A metric that stops a trial or slows it down, and the value that turns the rule on: patience, target or schedule. */
export interface StopRule {
  readonly metric: Cell;
  readonly limit: Cell;
}

/**
 * Returns the rules that watch what is not measured, or what a data set they meet does not have: a part, or classes.
 *
 * @param pairs Rules and data sets that occur together.
 * @param requested The words below `metrics`; undefined where they are not known.
 */
export function checkStopping(
  pairs: Iterable<readonly [StopRule, DatasetVariant]>,
  requested: readonly unknown[] | undefined,
): Problem[] {
  const problems = new Map<Cell, Problem>();
  for (const [{ metric, limit }, { name: dataset, facts, possibleClasses }] of pairs) {
    const place = metric.place ?? limit.place;
    const watched = metricNamed(metric.value as string);
    const known = problems.get(limit)?.severity;
    if (!place || isIdle({ metric, limit }) || known === "error") continue;
    const wrong = reasonAgainst(watched, { dataset, facts, possibleClasses }, requested);
    if (wrong) problems.set(limit, errorAt(place, wrong));
    else if (watched.part === "test" && !known)
      problems.set(limit, warningAt(place, peeking(watched.name, { dataset, facts, possibleClasses })));
  }
  return [...problems.values()];
}

/** A data set that a rule meets. */
interface Met extends Pick<DatasetVariant, "facts" | "possibleClasses"> {
  readonly dataset: string;
}

/** Returns that a rule selects on the test part, because it stops a trial or slows it down by it. */
function peeking(name: string, { dataset, facts }: Met): Statement {
  const message = `Training watches ${name}, so scores on the test part will be optimistic`;
  const part = validationHint(dataset);
  const hint =
    facts.sizes.validation > 0
      ? `Write metric: ${name.replace("test", "validation")}`
      : `${part ? `Write ${part}, and watch that part; or watch` : "Write metric:"} runningLoss`;
  return statement("watches-test-part", message, hint);
}

function hintFor({ part }: Metric, { dataset, facts }: Met): string {
  if (facts.sizes.validation > 0) return "Write metric: validationLoss, or metric: runningLoss";
  const own = part === "validation" ? validationHint(dataset) : undefined;
  return `Write ${own ? `${own}, or ` : ""}metric: runningLoss`;
}

function reasonAgainst(
  watched: Metric,
  met: Met,
  requested: readonly unknown[] | undefined,
): Statement | undefined {
  const { name, isDefault } = watched;
  const { dataset, facts } = met;
  const needed = missingRequirement(watched, facts);
  if (needed) {
    const classHint = watched.target === "classes" ? classesHint(met) : undefined;
    return needsData(name, needed, dataset, classHint ?? hintFor(watched, met));
  }
  if (isDefault || !requested || requested.includes(requestFor(watched))) return undefined;
  return notListed(name, `Write metrics: [${requestFor(watched)}]`);
}

/** Returns whether a rule for stopping is off. */
export function isIdle({ limit }: StopRule): boolean {
  return limit.value === 0 || limit.value === "none";
}

/**
 * Returns what the schedule `plateau` watches; nothing where a schedule is another one, or chooses its metric itself.
 *
 * @param option The value of `schedule.metric`, where it has one of its own.
 */
export function plateauRule(schedule: Cell, option?: Cell): StopRule[] {
  const { name, metric: own = "auto" } = schedule.value as NamedOptions;
  const written = schedule.options?.["schedule.metric"] ?? schedule;
  const metric = option ?? { ...written, value: own };
  return name === "plateau" && metric.value !== "auto" ? [{ metric, limit: schedule }] : [];
}
