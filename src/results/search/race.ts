import { judgeRace, type RaceDecision } from "../../search/racing/judge-race.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { groupBy } from "../group-by.ts";
import { marginOf } from "../comparisons/usual-margin.ts";
import type { Plan } from "../../trials/plan.ts";

/** A look at a race: who took part, and what was decided. */
export interface RaceRound {
  /** Replicates of each configuration that took part. */
  readonly replicates: number;
  /** Their numbers. */
  readonly contenders: readonly number[];
  /** Of each of them. */
  readonly decision: RaceDecision;
}

/** Returns what a race is judged by. */
export function raceTerms(experiment: Experiment): { replicates: number; margin: number } {
  return { replicates: experiment.replicates.count, margin: marginOf(experiment) };
}

/** Returns after how many replicates a race is judged: after the first ones, then each time as many again, at last after all. */
export function raceLooks(first: number, replicates: number): number[] {
  const looks: number[] = [];
  for (let count = first; count < replicates; count += first) looks.push(count);
  return [...looks, replicates];
}

/**
 * Returns the looks of a race as far as it has run.
 *
 * @param losses Of each configuration, by replicate; undefined = diverged.
 */
export function raceRounds(
  losses: readonly (readonly (number | undefined)[])[],
  {
    first,
    replicates,
    margin,
  }: { readonly first: number; readonly replicates: number; readonly margin: number },
): RaceRound[] {
  const looks = raceLooks(first, replicates);
  return looks.flatMap((count, i): RaceRound[] => {
    const contenders = losses.flatMap((own, index) => (own.length >= count ? [index] : []));
    if (contenders.length === 0) return [];
    const decision = judgeRace({
      losses: contenders.map((index) => losses[index]!.slice(0, count)),
      look: i + 1,
      looks: looks.length,
      replicates,
      margin,
    });
    return [{ replicates: count, contenders, decision }];
  });
}

/** Returns the numbers of the configurations that stay in a race after its last look; none where it has ended. */
export function raceSurvivors({ contenders, decision: { verdicts, ending } }: RaceRound): number[] {
  if (ending !== undefined) return [];
  return contenders.filter((_, place) => {
    const { kind } = verdicts[place]!;
    return kind !== "worse" && kind !== "incomplete";
  });
}

/** Returns losses by configuration and trial as one for each replicate: the mean over its folds. */
export function byReplicate(
  losses: readonly (readonly (number | undefined)[])[],
  { trials }: Pick<Plan, "trials">,
): (number | undefined)[][] {
  const byConfiguration = groupBy(trials, ({ configurationIndex }) => configurationIndex);
  return losses.map((own, index) => {
    const places = (byConfiguration.get(index) ?? []).map(({ replicate }, place) => ({
      replicate,
      loss: own[place],
    }));
    return [...groupBy(places, ({ replicate }) => replicate).values()].map((folds) =>
      meanOf(folds.map(({ loss }) => loss)),
    );
  });
}

/** Returns the mean of losses; undefined where one of them is: then the others are no fair sample. */
export function meanOf(losses: readonly (number | undefined)[]): number | undefined {
  const known = losses.flatMap((loss) => loss ?? []);
  if (known.length < losses.length || known.length === 0) return undefined;
  return known.reduce((sum, loss) => sum + loss, 0) / known.length;
}
