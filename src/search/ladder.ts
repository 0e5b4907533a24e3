/**
 * Successive halving: many settings train briefly, and only the better ones train longer.
 *
 * Sources: K. Jamieson and A. Talwalkar, "Non-stochastic Best Arm Identification and Hyperparameter Optimization", 2016
 * (successive halving); L. Li and others, "Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization", 2018
 * (brackets).
 * @module
 */

import { integerPower } from "../math/integer-power.ts";

/** The lengths of training at which settings are compared, in epochs. */
export interface Ladder {
  /** The rungs, ascending; the last one is a whole training. */
  readonly lengths: readonly number[];
  /** One of so many settings continues to the next rung. */
  readonly factor: number;
  /** Groups of settings that compete, in the order of the plan; the last one has all settings that are left. */
  readonly brackets: readonly Bracket[];
}

/** Settings that begin at the same rung and compete with each other alone. */
export interface Bracket {
  /** Number of the rung that they begin at, from 0. */
  readonly start: number;
  /** How many settings it has; absent = all that are left. */
  readonly size?: number;
}

/** A setting as far as it has trained. */
export interface Contender {
  /** Number of the setting in the plan. */
  readonly index: number;
  /** How long it has trained, in epochs. */
  readonly length: number;
  /** The objective after that, by replicate; lower is better, undefined = diverged. */
  readonly losses: readonly (number | undefined)[];
}

/** Returns the lengths from the first rung to a whole training, each `factor` times the one before, the last one at most. */
export function rungLengths(from: number, factor: number, whole: number): number[] {
  const lengths: number[] = [];
  for (let length = from; length < whole; length *= factor) lengths.push(length);
  return [...lengths, whole];
}

/**
 * Returns the brackets of Hyperband: one for each rung to begin at, the shortest first. A bracket with s rungs above its
 * first of S in all has ceil((S + 1) / (s + 1) * factor^s) settings, so that each costs about the same.
 */
export function hyperbandBrackets(lengths: readonly number[], factor: number): Required<Bracket>[] {
  const most = lengths.length - 1;
  return lengths.map((_, start) => {
    const above = most - start;
    return { start, size: Math.ceil((lengths.length / (above + 1)) * integerPower(factor, above)) };
  });
}

/** Returns the number of the bracket of a setting. */
export function bracketOf({ brackets }: Ladder, index: number): number {
  let left = index;
  const found = brackets.findIndex(({ size = Infinity }) => (left -= size) < 0);
  return found < 0 ? brackets.length - 1 : found;
}

/** Returns how many of the settings at a rung continue. */
export function continuing(settings: number, factor: number): number {
  return Math.max(1, Math.floor(settings / factor));
}

/**
 * Returns the settings of one bracket that continue to the next rung, the best first; none where it is decided. Settings with
 * fewer replicates that diverged are better, then those with the lower mean; of equal ones the first of the plan.
 */
export function climbers(contenders: readonly Contender[], ladder: Ladder): Contender[] {
  const rung = contenders.reduce((highest, { length }) => Math.max(highest, length), 0);
  if (rung === ladder.lengths.at(-1)) return [];
  const there = contenders.filter(({ length }) => length === rung);
  const alive = there.filter(({ losses }) => losses.some((loss) => loss !== undefined));
  return alive.toSorted(byLoss).slice(0, continuing(there.length, ladder.factor));
}

/** Returns the length of the rung after one. */
export function nextLength({ lengths }: Ladder, length: number): number {
  return lengths.find((longer) => longer > length) ?? length;
}

/**
 * Returns how many epochs one replicate of each of so many settings trains for, if none diverges and a setting that
 * continues does so with its weights.
 *
 * @param canContinue Whether it does; otherwise it trains again from the beginning.
 */
export function ladderEpochs(settings: number, ladder: Ladder, canContinue = true): number {
  const { lengths, factor, brackets } = ladder;
  let [left, epochs] = [settings, 0];
  for (const { start, size = left } of brackets) {
    let there = Math.min(size, left);
    left -= there;
    for (let rung = start; rung < lengths.length && there > 0; rung++) {
      const done = canContinue && rung > start ? lengths[rung - 1]! : 0;
      epochs += there * (lengths[rung]! - done);
      there = continuing(there, factor);
    }
  }
  return epochs;
}

/** Orders settings at a rung, the best first. */
export function byLoss(a: Contender, b: Contender): number {
  return missing(a) - missing(b) || meanOf(a) - meanOf(b) || a.index - b.index;
}

function missing({ losses }: Contender): number {
  return losses.filter((loss) => loss === undefined).length;
}

function meanOf({ losses }: Contender): number {
  const known = losses.flatMap((loss) => loss ?? []);
  return known.reduce((sum, loss) => sum + loss, 0) / known.length;
}
