import type { MetricGoal } from "../../spec/experiment.ts";
import { isWhole } from "../is-whole.ts";
import type { ConfigurationResult, Standing } from "../results.ts";
import { compareWith } from "./compare-with.ts";

/**
 * Ranks configurations by the mean of the objective: first those of which every replicate has a value, then those
 * of which some have none, then those that finished without one (they never reached a target), then those of which all
 * diverged, last those without any record. Equal ones keep the order of the plan.
 */
export function leaderboard(
  configurations: readonly ConfigurationResult[],
  { goal, baseline }: { goal: MetricGoal; baseline: ConfigurationResult | undefined },
): Standing[] {
  const ranked = [...configurations].sort((a, b) => tier(a) - tier(b) || compareMeans(a, b, goal));
  const toBest = compareWith(ranked[0], ranked);
  const toBaseline = compareWith(baseline, ranked);
  return ranked.map((configuration) => ({
    configuration,
    toBest: toBest.get(configuration),
    toBaseline: toBaseline.get(configuration),
    tiesWithBest: toBest.get(configuration)?.verdict === "tied",
  }));
}

function tier(configuration: ConfigurationResult): number {
  if (isWhole(configuration)) return 0;
  if (configuration.objective.n > 0) return 1;
  if (configuration.completed > 0) return 2;
  return configuration.divergedEpochs.length > 0 ? 3 : 4;
}

function compareMeans(a: ConfigurationResult, b: ConfigurationResult, goal: MetricGoal): number {
  const difference = (a.objective.mean ?? 0) - (b.objective.mean ?? 0);
  return goal === "maximize" ? -difference : difference;
}
