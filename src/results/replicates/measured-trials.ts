import type { TrialStatistics } from "../results.ts";

/** Returns how many trials a figure is that of. */
export function measuredTrials({ n, trials = n }: TrialStatistics): number {
  return trials;
}
