import type { NamedOptions } from "../../../fields/tables/field.ts";
import { validationHint } from "../../../fields/validation-hint.ts";
import { type Metric, metricNamed, missingRequirement, requestFor } from "../../../metrics/metrics.ts";
import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Problem } from "../../problem.ts";
import { type Statement, errorAt, warningAt } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";
import { classesHint } from "./check-targets.ts";

/** What decides by a metric when a trial stops or slows down: its name, and the value that makes it count: patience, target or schedule. */
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
    const statement = reasonAgainst(watched, { dataset, facts, possibleClasses }, requested);
    if (statement) problems.set(limit, errorAt(place, statement));
    else if (watched.part === "test" && !known)
      problems.set(limit, warningAt(place, peeking(watched.name, { dataset, facts, possibleClasses })));
  }
  return [...problems.values()];
}

/** A data set that a rule meets. */
interface Met extends Pick<DatasetVariant, "facts" | "possibleClasses"> {
  readonly dataset: string;
}

/** What stops a trial or slows it down by the test part has chosen on it. */
function peeking(name: string, { dataset, facts }: Met): Statement {
  const message = `Training that watches ${name} chooses on the test part: figures measured on it will be too good`;
  if (facts.sizes.validation > 0)
    return {
      code: "watches-test-part",
      message,
      hint: `Write metric: ${name.replace("test", "validation")}`,
    };
  const part = validationHint(dataset);
  return {
    code: "watches-test-part",
    message,
    hint: `${part ? `Write ${part}, and watch that part; or watch` : "Write metric:"} runningLoss`,
  };
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
  const lack = missingRequirement(watched, facts);
  if (lack) {
    const message = `Cannot watch ${name} as the data set must have ${lack}: ${dataset} has none`;
    const classHint = watched.target === "classes" ? classesHint(met) : undefined;
    return { code: "metric-not-available", message, hint: classHint ?? hintFor(watched, met) };
  }
  if (isDefault || !requested || requested.includes(requestFor(watched))) return undefined;
  const message = `Cannot watch ${name} as the metric must be measured: it is not listed in metrics`;
  return { code: "metric-not-measured", message, hint: `Write metrics: [${requestFor(watched)}]` };
}

/** Tells whether a rule for stopping is off. */
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
