import type { MetricGoal } from "../../spec/experiment.ts";
import { isWhole } from "../is-whole.ts";
import type { ConfigurationResult, Standing } from "../results.ts";
import { compareWith } from "./compare-with.ts";
import type { ConditionGroup } from "./conditions.ts";

/**
 * Ranks configurations within each condition, and the conditions by their best. Within one, they are ranked by the mean of
 * the objective: first those of which every replicate has a value, then those of which some have none, then those that
 * finished without one (they never reached a target), then those of which all diverged, last those without any record.
 * Equal ones keep the order of the plan.
 */
export function leaderboard(
  conditions: readonly ConditionGroup[],
  { goal, baseline }: { goal: MetricGoal; baseline: ConfigurationResult | undefined },
): Standing[] {
  const inOrder = (a: ConfigurationResult, b: ConfigurationResult): number =>
    tier(a) - tier(b) || compareMeans(a, b, goal);
  return conditions
    .map(({ name, configurations }) => ({ name, ranked: [...configurations].sort(inOrder) }))
    .sort((a, b) => inOrder(a.ranked[0]!, b.ranked[0]!))
    .flatMap(({ name, ranked }) => standings(ranked, name, baseline));
}

/** Settings of another condition than the baseline's are not compared with it. */
function standings(
  ranked: readonly ConfigurationResult[],
  condition: string,
  baseline: ConfigurationResult | undefined,
): Standing[] {
  const toBest = compareWith(ranked[0], ranked);
  const toBaseline = compareWith(
    ranked.find((configuration) => configuration === baseline),
    ranked,
  );
  return ranked.map((configuration, i) => ({
    configuration,
    condition,
    place: i + 1,
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
