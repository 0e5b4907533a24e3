import { pairedDifferences, statistics } from "../math/statistics.ts";
import type { MetricGoal } from "../spec/experiment.ts";
import type { ConfigurationResult, Standing } from "./results.ts";

/**
 * Ranks configurations by the mean of the objective: first those of which every replicate has a value, then those
 * of which some diverged or failed, then those of which all diverged, last those without any record. Equal ones keep
 * the order of the plan.
 */
export function leaderboard(configurations: readonly ConfigurationResult[], goal: MetricGoal): Standing[] {
  const ranked = [...configurations].sort((a, b) => tier(a) - tier(b) || compareMeans(a, b, goal));
  const [best] = ranked;
  return ranked.map((configuration) => {
    return { configuration, tiesWithBest: configuration !== best && areTied(configuration, best!) };
  });
}

function tier({ objective, divergedEpochs, trials }: ConfigurationResult): number {
  if (objective.n === trials.length) return 0;
  if (objective.n > 0) return 1;
  return divergedEpochs.length > 0 ? 2 : 3;
}

function compareMeans(a: ConfigurationResult, b: ConfigurationResult, goal: MetricGoal): number {
  const difference = (a.objective.mean ?? 0) - (b.objective.mean ?? 0);
  return goal === "maximize" ? -difference : difference;
}

/**
 * Replicates of the same number share their random numbers, so two configurations are compared in pairs: tied when
 * the 95 % interval of the mean difference holds 0. One pair says nothing of the spread and never ties.
 */
function areTied(a: ConfigurationResult, b: ConfigurationResult): boolean {
  if (tier(a) !== tier(b)) return false;
  const values = ({ trials }: ConfigurationResult): (number | null)[] =>
    trials.map(({ objective }) => objective);
  const { ci95 } = statistics(pairedDifferences(values(a), values(b)));
  return ci95 !== null && ci95.low <= 0 && ci95.high >= 0;
}
