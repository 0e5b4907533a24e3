import { lengthOf } from "../../configuration/kind-of.ts";
import { bracketOf, byLoss, type Contender } from "../../search/ladder.ts";
import type { Search } from "../../spec/sweep.ts";
import { allotmentOf } from "../../trials/allotment.ts";
import { planTrials, type Plan } from "../../trials/plan.ts";
import { lossesOf, type KnownOutcomes } from "./losses-of.ts";
import { rungsSoFar } from "./rungs.ts";

/** The place of a configuration at one of the lengths at which it was compared. */
export interface RungPlace {
  readonly length: number;
  /** From 1. */
  readonly place: number;
  readonly settings: number;
  /** How many continued. */
  readonly continued: number;
}

/** Returns the places of a configuration on the ladder of its search; none without one, or while a trial has no record. */
export function rungPlaces(plan: Plan, outcomes: KnownOutcomes, index: number): RungPlace[] {
  const { experiment, configurations } = plan;
  const { search } = experiment.sweep;
  if (!search?.ladder) return [];
  const { ladder } = search;
  const bracket = bracketOf(ladder, index);
  const reached = lengthOf(configurations[index]!.configuration);
  const climbed = rungsSoFar(plan, ladder).filter(
    (rung) => rung.bracket === bracket && rung.length <= reached,
  );
  return climbed.flatMap(({ length, settings, continued }): RungPlace[] => {
    const there = configurations.filter((own) => {
      return bracketOf(ladder, own.index) === bracket && lengthOf(own.configuration) >= length;
    });
    const losses = lossesAt(length, there, { plan, search, outcomes });
    if (!losses) return [];
    const contenders = there.map((own): Contender => {
      return { index: own.index, length, losses: losses[own.index]! };
    });
    const place = contenders.toSorted(byLoss).findIndex((own) => own.index === index) + 1;
    return [{ length, place, settings, continued }];
  });
}

/** Returns the losses that some configurations had when they had trained for a length; undefined where a record is missing. */
function lossesAt(
  length: number,
  there: Plan["configurations"],
  { plan, search, outcomes }: { plan: Plan; search: Search; outcomes: KnownOutcomes },
): ReturnType<typeof lossesOf> {
  const { configurations, experiment } = plan;
  const isThere = new Set(there.map(({ index }) => index));
  const allotments = configurations.map(({ index }) => {
    return isThere.has(index) ? { length } : allotmentOf(search, index);
  });
  const sweep = { ...experiment.sweep, search: { ...search, decided: { chosen: [], allotments } } };
  return lossesOf(planTrials({ ...experiment, sweep }), outcomes);
}
