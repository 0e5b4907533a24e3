import type { DatasetVariant } from "../fields/dataset-variants.ts";
import { lackOf, metricNamed } from "../metrics.ts";
import type { Problem } from "../problem.ts";
import { errorAt } from "../source-text.ts";
import type { Cell } from "../sweep.ts";

/** What decides by a metric when a trial stops or slows down: its name, and the value that makes it count: patience, target or schedule. */
export interface StopRule {
  readonly metric: Cell;
  readonly limit: Cell;
}

/**
 * Returns the rules that watch what a data set they meet does not have: a part, or classes.
 *
 * @param pairs Rules and data sets that occur together.
 */
export function checkStopping(pairs: Iterable<readonly [StopRule, DatasetVariant]>): Problem[] {
  const problems = new Map<Cell, Problem>();
  for (const [{ metric, limit }, { name: dataset, facts }] of pairs) {
    const place = metric.place ?? limit.place;
    const watched = metricNamed(metric.value as string);
    const lack = lackOf(watched, facts);
    if (!place || isIdle({ metric, limit }) || !lack || problems.has(limit)) continue;
    const message = `Cannot watch ${watched.name} as the data set must have ${lack}: ${dataset} has none`;
    problems.set(limit, errorAt(place, { message, hint: "Write metric: runningLoss, or metric: testLoss" }));
  }
  return [...problems.values()];
}

/** Tells whether a rule for stopping is off. */
export function isIdle({ limit }: StopRule): boolean {
  return limit.value === 0 || limit.value === "none";
}
