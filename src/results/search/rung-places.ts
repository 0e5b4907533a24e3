import { lengthOf } from "../../configuration/kind-of.ts";
import { bracketOf, byLoss, type Contender } from "../../search/ladder.ts";
import { allotmentOf } from "../../trials/allotment.ts";
import { planTrials, type Plan } from "../../trials/plan.ts";
import { lossesOf, type KnownOutcomes } from "./losses-of.ts";

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
  const ladder = search?.ladder;
  if (!ladder) return [];
  const bracket = bracketOf(ladder, index);
  const rivals = configurations.filter((own) => bracketOf(ladder, own.index) === bracket);
  const reached = lengthOf(configurations[index]!.configuration);
  const lengths = ladder.lengths.slice(ladder.brackets[bracket]!.start).filter((length) => length <= reached);
  return lengths.flatMap((length): RungPlace[] => {
    const there = rivals.filter(({ configuration }) => lengthOf(configuration) >= length);
    const isThere = new Set(there.map((own) => own.index));
    const allotments = configurations.map((own) => {
      return isThere.has(own.index) ? { length } : allotmentOf(search, own.index);
    });
    const sweep = { ...experiment.sweep, search: { ...search, decided: { chosen: [], allotments } } };
    const losses = lossesOf(planTrials({ ...experiment, sweep }), outcomes);
    if (!losses) return [];
    const contenders = there.map((own): Contender => ({
      index: own.index,
      length,
      losses: losses[own.index]!,
    }));
    const place = contenders.toSorted(byLoss).findIndex((own) => own.index === index) + 1;
    const continued = there.filter(({ configuration }) => lengthOf(configuration) > length).length;
    return [{ length, place, settings: there.length, continued }];
  });
}
