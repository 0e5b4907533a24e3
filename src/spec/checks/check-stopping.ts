import type { DatasetVariant } from "../fields/dataset-variants.ts";
import { lackOf, metricNamed, requestFor, type Metric } from "../metrics.ts";
import type { Problem } from "../problem.ts";
import { errorAt, type Statement } from "../source-text.ts";
import type { Cell } from "../sweep.ts";

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
  for (const [{ metric, limit }, { name: dataset, facts }] of pairs) {
    const place = metric.place ?? limit.place;
    const watched = metricNamed(metric.value as string);
    if (!place || isIdle({ metric, limit }) || problems.has(limit)) continue;
    const statement = reasonAgainst(watched, { dataset, facts }, requested);
    if (statement) problems.set(limit, errorAt(place, statement));
  }
  return [...problems.values()];
}

function reasonAgainst(
  watched: Metric,
  { dataset, facts }: { dataset: string; facts: DatasetVariant["facts"] },
  requested: readonly unknown[] | undefined,
): Statement | undefined {
  const { name, isDefault } = watched;
  const lack = lackOf(watched, facts);
  if (lack) {
    const message = `Cannot watch ${name} as the data set must have ${lack}: ${dataset} has none`;
    return { message, hint: "Write metric: runningLoss, or metric: testLoss" };
  }
  if (isDefault || !requested || requested.includes(requestFor(watched))) return undefined;
  const message = `Cannot watch ${name} as the metric must be measured: it is not listed in metrics`;
  return { message, hint: `Write metrics: [${requestFor(watched)}]` };
}

/** Tells whether a rule for stopping is off. */
export function isIdle({ limit }: StopRule): boolean {
  return limit.value === 0 || limit.value === "none";
}
