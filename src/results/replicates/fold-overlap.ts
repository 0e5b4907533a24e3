import { metricNamed } from "../../metrics/metrics.ts";
import type { ConfigurationResult } from "../results.ts";
import { largestOf } from "../../math/extremes.ts";

/**
 * Returns the evaluation examples of a trial divided by its training examples, where there are several folds: folds share
 * training examples, which makes intervals wider. 0 without folds.
 */
export function foldOverlap(
  { facts, trials }: Pick<ConfigurationResult, "facts" | "trials">,
  metric: string,
): number {
  const folds = new Set(trials.map(({ trial }) => trial.fold));
  if (folds.size < 2) return 0;
  const { train, validation, test } = facts.sizes;
  return (metricNamed(metric).part === "validation" ? validation : test) / train;
}

/** Returns the largest overlap of the objective in several configurations. */
export function mostOverlap(configurations: readonly Pick<ConfigurationResult, "overlap">[]): number {
  return Math.max(0, largestOf(configurations.map(({ overlap }) => overlap)));
}
