import type { MetricGoal } from "../../metrics/metrics.ts";
import type { RaceComparison } from "../../search/racing/judge-race.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Comparisons } from "../comparisons/compare-with.ts";
import { pairedDifference } from "../paired-difference.ts";
import { independentValues } from "../replicates/independent-values.ts";
import { isWhole } from "../replicates/measured-trials.ts";
import type { Comparison, ConfigurationResult } from "../results.ts";
import { lossesOf, type KnownOutcomes } from "./losses-of.ts";
import { byReplicate, raceRounds, raceTerms, type RaceRound } from "./race.ts";

/**
 * Returns how the configurations of a race compare with the best one, each at the last look that it took part in: these
 * intervals hold although the race looked before. Undefined without a race, and while a trial has no record.
 */
export function raceComparisons(
  plan: Plan,
  configurations: readonly ConfigurationResult[],
  outcomes: KnownOutcomes,
): Comparisons | undefined {
  const { experiment } = plan;
  const { first } = experiment.sweep.search ?? {};
  const losses = first === undefined ? undefined : lossesOf(plan, outcomes);
  if (first === undefined || !losses) return undefined;
  const terms = raceTerms(experiment);
  const rounds = raceRounds(byReplicate(losses, plan), { ...terms, first });
  const leader = leaderOf(rounds.at(-1));
  const best = leader === undefined ? undefined : configurations[leader];
  if (!best) return { method: undefined, of: new Map() };
  const others = configurations.filter((own) => own !== best && isWhole(own));
  const comparison = (own: ConfigurationResult): Comparison =>
    compare(own, best, { rounds, goal: experiment.objective.goal, margin: terms.margin });
  return {
    method: { settings: others.length + 1, error: "race", margin: terms.margin },
    of: new Map(others.map((own) => [own, comparison(own)])),
  };
}

function leaderOf(round: RaceRound | undefined): number | undefined {
  const place = round?.decision.verdicts.findIndex(({ kind }) => kind === "leader") ?? -1;
  return place < 0 ? undefined : round?.contenders[place];
}

function compare(
  own: ConfigurationResult,
  best: ConfigurationResult,
  { rounds, goal, margin }: { rounds: readonly RaceRound[]; goal: MetricGoal; margin: number },
): Comparison {
  const values = valuesOf(own);
  const difference = pairedDifference(values, valuesOf(best).slice(0, values.length));
  const last = rounds.findLast(({ contenders }) => contenders.includes(own.index));
  const verdict = last?.decision.verdicts[last.contenders.indexOf(own.index)];
  if (!last || (verdict?.kind !== "kept" && verdict?.kind !== "worse"))
    return { difference, interval: null, verdict: "undecided" };
  const isFromBest = leaderOf(last) === best.index;
  const interval = isFromBest ? intervalOf(verdict, goal) : null;
  if (verdict.kind === "worse") return { difference, interval, verdict: "worse" };
  const isTie = interval !== null && Math.max(Math.abs(interval.low), Math.abs(interval.high)) <= margin;
  return { difference, interval, verdict: isTie ? "tie" : "undecided" };
}

/** Of the objective: what is larger in a loss is smaller in what is maximized. */
function intervalOf({ interval }: RaceComparison, goal: MetricGoal): Comparison["interval"] {
  if (!interval) return null;
  return goal === "maximize" ? { low: -interval.high, high: -interval.low } : interval;
}

function valuesOf({ trials }: ConfigurationResult): number[] {
  return independentValues(trials, ({ objective }) => objective);
}
