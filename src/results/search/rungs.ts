import { lengthOf } from "../../configuration/kind-of.ts";
import { bracketOf, continuing, type Ladder } from "../../search/ladder.ts";
import type { PlannedConfiguration } from "../../trials/plan.ts";

/** The settings of a bracket that trained for one of the lengths of a ladder. */
export interface Rung {
  /** Number of the bracket, from 0. */
  readonly bracket: number;
  readonly length: number;
  /** Whether its settings begin there. */
  readonly isFirst: boolean;
  readonly settings: number;
  /** How many of them continued, or may continue at most. */
  readonly continued: number;
}

/** Returns the rungs of the ladder of a plan as far as it is decided. */
export function rungsSoFar(
  {
    configurations,
  }: { readonly configurations: readonly Pick<PlannedConfiguration, "index" | "configuration">[] },
  ladder: Ladder,
): Rung[] {
  return ladder.brackets.flatMap(({ start }, bracket) => {
    const lengths = configurations
      .filter(({ index }) => bracketOf(ladder, index) === bracket)
      .map(({ configuration }) => lengthOf(configuration));
    return ladder.lengths.slice(start).flatMap((length): Rung[] => {
      const settings = lengths.filter((own) => own >= length).length;
      const continued = lengths.filter((own) => own > length).length;
      return settings === 0
        ? []
        : [{ bracket, length, isFirst: length === ladder.lengths[start], settings, continued }];
    });
  });
}

/** Returns the rungs of a ladder before anything has trained: the largest numbers of settings that may get there. */
export function plannedRungs(settings: number, ladder: Ladder): Rung[] {
  let left = settings;
  return ladder.brackets.flatMap(({ start, size = left }, bracket) => {
    let there = Math.min(size, left);
    left -= there;
    const rungs: Rung[] = [];
    for (const length of ladder.lengths.slice(start)) {
      const continued = length === ladder.lengths.at(-1) ? 0 : continuing(there, ladder.factor);
      rungs.push({ bracket, length, isFirst: rungs.length === 0, settings: there, continued });
      there = continued;
    }
    return rungs;
  });
}
