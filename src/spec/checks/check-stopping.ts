import type { DatasetVariant } from "../fields/dataset-variants.ts";
import { metricNamed } from "../metrics.ts";
import type { Problem } from "../problem.ts";
import { errorAt } from "../source-text.ts";
import type { Cell } from "../sweep.ts";

/** What decides by a metric when a trial stops or slows down: its name, and the value that makes it count: patience, target or schedule. */
export interface StopRule {
  readonly metric: Cell;
  readonly limit: Cell;
}

/**
 * Returns the rules that watch a part which a data set they meet does not have.
 *
 * @param pairs Rules and data sets that occur together.
 */
export function checkStopping(pairs: Iterable<readonly [StopRule, DatasetVariant]>): Problem[] {
  const problems = new Map<Cell, Problem>();
  for (const [{ metric, limit }, { name: dataset, facts }] of pairs) {
    const place = metric.place ?? limit.place;
    const { name, part } = metricNamed(metric.value as string);
    if (!place || isIdle({ metric, limit }) || !part || facts.sizes[part] > 0 || problems.has(limit))
      continue;
    const message = `Cannot watch ${name} as the data set must have a ${part} part: ${dataset} has none`;
    problems.set(limit, errorAt(place, { message, hint: "Write metric: runningLoss, or metric: testLoss" }));
  }
  return [...problems.values()];
}

/** Tells whether a rule for stopping is off. */
export function isIdle({ limit }: StopRule): boolean {
  return limit.value === 0 || limit.value === "none";
}
