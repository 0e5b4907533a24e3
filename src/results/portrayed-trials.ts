import type { ConfigurationResult, Results, TrialResult } from "./results.ts";

/**
 * Returns the trials whose models pictures show: the best one of the best setting; of two features, where regions can
 * be drawn, also the worst one of the worst setting. None where not every trial left a record.
 */
export function portrayedTrials({ best, leaderboard, complete, experiment }: Results): TrialResult[] {
  if (!best || !complete || best.configuration.kind === "function") return [];
  const sign = experiment.objective.goal === "maximize" ? 1 : -1;
  const worst = leaderboard.findLast(({ configuration }) => configuration.objective.n > 0)!.configuration;
  const hasPlane = best.facts.features === 2 && worst.facts.features === 2 && worst !== best;
  return [leaderOf(best, sign), ...(hasPlane ? [leaderOf(worst, -sign)] : [])];
}

function leaderOf({ trials }: ConfigurationResult, sign: number): TrialResult {
  const known = trials.filter(({ objective }) => objective !== null);
  return known.reduce((leader, trial) =>
    sign * trial.objective! > sign * leader.objective! ? trial : leader,
  );
}
