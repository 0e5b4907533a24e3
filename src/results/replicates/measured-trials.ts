import type { TrialStatistics, ConfigurationResult } from "../results.ts";

/** Returns how many trials a figure was computed from. */
export function measuredTrials({ n, trials = n }: TrialStatistics): number {
  return trials;
}

/** Returns whether every replicate of a configuration has a value of the objective. */
export function isWhole({ objective, trials }: ConfigurationResult): boolean {
  return measuredTrials(objective) === trials.length;
}
