import type { MetricGoal } from "../../metrics/metrics.ts";
import { isWhole } from "../replicates/measured-trials.ts";
import type { ComparisonMethod, ConfigurationResult, Standing } from "../results.ts";
import { compareWith, type Comparisons } from "./compare-with.ts";
import type { ConditionGroup } from "./conditions.ts";

/** How configurations are ranked and compared. */
export interface Ranking {
  readonly goal: MetricGoal;
  /** A difference within ± this much does not matter. */
  readonly margin: number;
  /** No difference can be larger. */
  readonly largest: number;
  readonly baseline: ConfigurationResult | undefined;
  /** How far a configuration has got in its search; absent where all are trained alike. */
  readonly reachOf?: ((configuration: ConfigurationResult) => number) | undefined;
  /** The comparisons of a race, which has looked at its results before; absent where there was none. */
  readonly race?: Comparisons | undefined;
}

/**
 * Ranks configurations within each condition, and the conditions by their best. Within one, those that got further in a
 * search are first; alike ones are ranked by the mean of the objective: first those whose replicates all have a value, then
 * those with some values, then those that finished without one (they never reached a target), then those whose replicates all
 * diverged, last those without any record. Equal ones keep the order of the plan.
 */
export function leaderboard(
  conditions: readonly ConditionGroup[],
  ranking: Ranking,
): { readonly standings: Standing[]; readonly comparing: readonly ComparisonMethod[] } {
  const { goal, reachOf = () => 0 } = ranking;
  const inOrder = (a: ConfigurationResult, b: ConfigurationResult): number =>
    reachOf(b) - reachOf(a) || tier(a) - tier(b) || compareMeans(a, b, goal);
  const boards = conditions
    .map(({ name, configurations }) => ({ name, ranked: [...configurations].sort(inOrder) }))
    .sort((a, b) => inOrder(a.ranked[0]!, b.ranked[0]!))
    .map(({ name, ranked }) => conditionBoard(name, ranked, ranking));
  return {
    standings: boards.flatMap(({ standings }) => standings),
    comparing: boards.flatMap(({ method }) => method ?? []),
  };
}

/** Settings of another condition than the baseline's are not compared with it. */
function conditionBoard(
  condition: string,
  ranked: readonly ConfigurationResult[],
  { baseline, race, reachOf = () => 0, ...rule }: Ranking,
): { readonly standings: Standing[]; readonly method: ComparisonMethod | undefined } {
  const alike = (reference: ConfigurationResult | undefined): ConfigurationResult[] =>
    ranked.filter((other) => reference && reachOf(other) === reachOf(reference));
  const toBest = race ?? compareWith(ranked[0], alike(ranked[0]), { isSelected: true, ...rule });
  const own = ranked.find((configuration) => configuration === baseline);
  const toBaseline = compareWith(own, alike(own), { isSelected: false, ...rule });
  const standings = ranked.map((configuration, i) => ({
    configuration,
    condition,
    place: i + 1,
    toBest: toBest.of.get(configuration),
    toBaseline: toBaseline.of.get(configuration),
  }));
  return { standings, method: toBest.method && { condition, ...toBest.method } };
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
