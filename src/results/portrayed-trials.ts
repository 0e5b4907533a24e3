import { hasCurve, hasPlane } from "../training/portraits/has-picture.ts";
import { resultKindOf } from "./kinds/result-kind-of.ts";
import type { ConfigurationResult, Results, TrialResult } from "./results.ts";

/**
 * Returns the trials whose models pictures show: the best one of the best setting; where regions or curves can be
 * drawn, also the worst one of the worst setting in its condition. None where a trial has no record, or no model.
 */
export function portrayedTrials({ best, leaderboard, complete, experiment }: Results): TrialResult[] {
  if (!best || !complete || !resultKindOf(best.configuration).pictures.includes("models")) return [];
  const sign = experiment.objective.goal === "maximize" ? 1 : -1;
  const { condition } = leaderboard[0]!;
  const worst = leaderboard.findLast(
    (standing) => standing.condition === condition && standing.configuration.objective.n > 0,
  )!.configuration;
  const isComparable = [hasPlane, hasCurve].some((has) => has(best.facts) && has(worst.facts));
  return [leaderOf(best, sign), ...(isComparable && worst !== best ? [leaderOf(worst, -sign)] : [])];
}

function leaderOf({ trials }: ConfigurationResult, sign: number): TrialResult {
  const known = trials.filter(({ objective }) => objective !== null);
  return known.reduce((leader, trial) =>
    sign * trial.objective! > sign * leader.objective! ? trial : leader,
  );
}
