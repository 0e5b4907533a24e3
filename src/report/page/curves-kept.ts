import type { Results, TrialResult } from "../../results/results.ts";

/** Values of curves in a page, at most: with more, a browser takes long to open it. */
export const MOST_VALUES = 1_000_000;

/** Whose curves a page shows. */
export interface CurvesKept {
  readonly has: (trial: TrialResult) => boolean;
  /** A sentence on what was left out; absent = nothing. */
  readonly note?: string;
}

/** Chooses the trials whose curves a page shows: all, or those of the best configurations that fit. */
export function curvesKept(results: Results, most: number = MOST_VALUES): CurvesKept {
  const { trials, leaderboard, metrics } = results;
  const valuesOf = ({ record }: TrialResult): number =>
    metrics.reduce((sum, { name }) => sum + (record?.metrics[name]?.length ?? 0), 0);
  const all = trials.reduce((sum, trial) => sum + valuesOf(trial), 0);
  if (all <= most) return { has: () => true };
  const kept = new Set<TrialResult>();
  let left = most;
  let configurations = 0;
  for (const { configuration } of leaderboard) {
    left -= configuration.trials.reduce((sum, trial) => sum + valuesOf(trial), 0);
    if (left < 0) break;
    for (const trial of configuration.trials) kept.add(trial);
    configurations += 1;
  }
  const note = `This page shows the curves of the best ${configurations} of ${leaderboard.length} configurations, because all curves together have ${all} values; epochs.csv has all of them.`;
  return { has: (trial) => kept.has(trial), note };
}
