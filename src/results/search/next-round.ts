import { lengthOf } from "../../configuration/kind-of.ts";
import { bracketOf, climbers, nextLength, type Contender, type Ladder } from "../../search/ladder.ts";
import type { Allotment, Search } from "../../spec/sweep.ts";
import { allotmentOf, learns } from "../../trials/allotment.ts";
import { planTrials, type Plan } from "../../trials/plan.ts";
import { chooseGeneration } from "./choose-generation.ts";
import { lossesOf, type KnownOutcomes } from "./losses-of.ts";
import { byReplicate, raceLooks, raceRounds, raceSurvivors, raceTerms } from "./race.ts";

/**
 * Returns the plan with which a search continues once every trial of a plan has a record: more configurations, or more
 * training of some. Undefined while a record is missing, and where the search is done. It depends on the records alone: not
 * on their order of arrival, on time or on the number of workers.
 */
export function nextRound(plan: Plan, outcomes: KnownOutcomes): Plan | undefined {
  const { experiment } = plan;
  const { search } = experiment.sweep;
  if (!search || !learns(search)) return undefined;
  const losses = lossesOf(plan, outcomes);
  if (!losses) return undefined;
  if (search.generation !== undefined) return chooseGeneration(plan, search, losses);
  const allotments = allot(plan, search, losses);
  if (!allotments) return undefined;
  const sweep = { ...experiment.sweep, search: { ...search, decided: { chosen: [], allotments } } };
  return planTrials({ ...experiment, sweep });
}

type Losses = readonly (readonly (number | undefined)[])[];

/** Returns how much training each configuration has got next; undefined where the search is done. */
function allot(plan: Plan, search: Search, losses: Losses): Allotment[] | undefined {
  const { ladder, first } = search;
  if (ladder) return climb(plan, ladder, losses);
  return first === undefined ? undefined : race(plan, { ...search, first }, losses);
}

/** Returns how much training each configuration has got when those that continue have got more; undefined if none does. */
function climb(
  { configurations, experiment }: Plan,
  ladder: Ladder,
  losses: Losses,
): Allotment[] | undefined {
  const contenders = configurations.map(({ index, configuration }): Contender => {
    return { index, length: lengthOf(configuration), losses: losses[index]! };
  });
  const climbing = ladder.brackets.flatMap((_, bracket) => {
    return climbers(
      contenders.filter(({ index }) => bracketOf(ladder, index) === bracket),
      ladder,
    );
  });
  if (climbing.length === 0) return undefined;
  const allotments = configurations.map(({ index }) => allotmentOf(experiment.sweep.search, index));
  for (const { index, length } of climbing) allotments[index] = { length: nextLength(ladder, length) };
  return allotments;
}

/** Returns how many replicates each configuration has got when those that are still in the race have got more. */
function race(
  plan: Plan,
  { first, budget }: Search & { readonly first: number },
  losses: Losses,
): Allotment[] | undefined {
  const { configurations, trials, experiment } = plan;
  const { sweep, replicates } = experiment;
  const rounds = raceRounds(byReplicate(losses, plan), { ...raceTerms(experiment), first });
  const survivors = raceSurvivors(rounds.at(-1)!);
  const counts = raceLooks(first, replicates.count);
  const [now, next] = [rounds.at(-1)!.replicates, counts[rounds.length]];
  if (survivors.length === 0 || next === undefined) return undefined;
  const added = survivors.length * (next - now) * (replicates.folds ?? 1);
  if (budget && trials.length + added > budget.trials) return undefined;
  const allotments = configurations.map(({ index }) => allotmentOf(sweep.search, index));
  for (const index of survivors) allotments[index] = { replicates: next };
  return allotments;
}
