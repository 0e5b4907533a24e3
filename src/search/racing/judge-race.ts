import { fTail } from "../../math/f-distribution.ts";
import type { Interval } from "../../math/statistics.ts";
import { studentCritical } from "../../math/student-t.ts";
import { canStillDecide } from "./can-still-decide.ts";
import { pairsWithLeader, type Pairs } from "./pairs-with-leader.ts";

/** A race at one of its looks. */
export interface RaceLook {
  /**
   * The losses of each configuration that is still in the race, in plan order, by replicate: the same replicate has the same
   * random numbers in all of them. Lower is better; undefined where a trial failed or diverged.
   */
  readonly losses: readonly (readonly (number | undefined)[])[];
  /** Which look this is, from 1 to `looks`. */
  readonly look: number;
  /** How many looks the race has at most. They are planned before it starts. */
  readonly looks: number;
  /** Replicates at the last look. */
  readonly replicates: number;
  /** A difference within ± this much does not matter. */
  readonly margin: number;
}

/** How a configuration compares with the leader. */
export interface RaceComparison {
  /** Of the mean losses: above 0 where it is worse. */
  readonly difference: number;
  /** All intervals of a race, at all of its looks, hold at once with probability 95 %. Undefined where noise is unknown. */
  readonly interval: Interval | undefined;
  /** The p value, multiplied by the number of looks and of pairs, at most 1. */
  readonly adjusted: number;
}

/** What is decided about a configuration, and why. */
export type RaceVerdict =
  | { readonly kind: "leader" }
  | ({ readonly kind: "kept" | "worse" } & RaceComparison)
  /** The trial of a replicate failed or diverged, and others have none that did: `replicate` is the first one. */
  | { readonly kind: "incomplete"; readonly replicate: number }
  /** It is not compared: every configuration has such a replicate. */
  | { readonly kind: "open" };

/** What is decided at a look. */
export interface RaceDecision {
  /** Of each configuration, in the order of `losses`; those that are "worse" or "incomplete" leave the race. */
  readonly verdicts: readonly RaceVerdict[];
  /**
   * Why the race ends. "winner": one configuration is left; "tie": no difference from the leader matters; "undecidable": the
   * replicates that are left are unlikely to show one; "diverged": every configuration has a replicate without a loss, which more
   * replicates cannot change; "spent": this is the last look. Undefined: it continues.
   */
  readonly ending: "winner" | "tie" | "undecidable" | "diverged" | "spent" | undefined;
}

const LEVEL = 0.05;

/**
 * Decides which configurations leave a race: those that are significantly worse than the leader, the one with the least mean
 * loss. Each is compared with it in pairs, by Student's t with moderated variances. The leader is chosen by its losses, so each of
 * m configurations counts as compared with each other one; and the level of 5 % is divided equally among the planned looks. When
 * some are dropped, the others are judged again among themselves, as in Holm's procedure: what is as good as the best is compared
 * with the best alone, at a level that no configuration outside that group can use up. So the race may stop at any look, and its intervals still hold: in at most 5 % of races is a configuration dropped that is as
 * good as the best (test/search/racing.test.ts simulates this).
 * Sources: Birattari, Stützle, Paquete and Varrentrapp, "A racing algorithm for configuring metaheuristics" (GECCO 2002), for the
 * race, whose own test does not correct for looks and pairs; Lan and DeMets, "Discrete sequential boundaries for clinical trials"
 * (Biometrika 70, 1983), for spending the level over looks, here by Bonferroni's inequality.
 */
export function judgeRace(race: RaceLook): RaceDecision {
  const { losses, looks } = race;
  const failures = losses.map((values) => values.indexOf(undefined));
  const complete = failures.flatMap((replicate, place) => (replicate < 0 ? [place] : []));
  if (complete.length === 0) return { verdicts: losses.map(() => ({ kind: "open" })), ending: "diverged" };
  const verdicts = failures.map((replicate): RaceVerdict => {
    return replicate < 0 ? { kind: "open" } : { kind: "incomplete", replicate };
  });
  for (let field = complete; ;) {
    const pairs = pairsWithLeader(field.map((place) => losses[place]!.filter((loss) => loss !== undefined)));
    const compared = compare(pairs, looks);
    for (const [i, place] of field.entries()) verdicts[place] = compared[i]!;
    const rest = field.filter((place) => verdicts[place]!.kind !== "worse");
    if (rest.length === field.length) return { verdicts, ending: endingOf(pairs, compared, race) };
    field = rest;
  }
}

/** Returns the verdict on each configuration that has a loss for every replicate. */
function compare(pairs: Pairs, looks: number): RaceVerdict[] {
  const { leader, degrees, replicates, differences } = pairs;
  const tests = testsIn(differences.length, looks);
  const critical = degrees > 0 && tests > 0 ? studentCritical(LEVEL / tests, degrees) : Infinity;
  return differences.map(({ mean, variance }, place) => {
    if (place === leader) return { kind: "leader" };
    if (variance === 0) {
      const isEqual = mean === 0 && degrees > 0;
      return {
        kind: "kept",
        difference: mean,
        interval: isEqual ? { low: 0, high: 0 } : undefined,
        adjusted: 1,
      };
    }
    const error = Math.sqrt(variance / replicates);
    const t = mean / error;
    const adjusted = Math.min(1, tests * fTail(t * t, { numerator: 1, denominator: degrees }));
    const interval = { low: mean - critical * error, high: mean + critical * error };
    return { kind: interval.low > 0 ? "worse" : "kept", difference: mean, interval, adjusted };
  });
}

/** Returns how many tests share the level: one for each pair of configurations at each look. */
function testsIn(settings: number, looks: number): number {
  return ((settings * (settings - 1)) / 2) * looks;
}

function endingOf(
  pairs: Pairs,
  verdicts: readonly RaceVerdict[],
  { look, looks, replicates, margin }: RaceLook,
): RaceDecision["ending"] {
  const kept = verdicts.flatMap((verdict, place) => (verdict.kind === "kept" ? [{ ...verdict, place }] : []));
  if (kept.length === 0) return "winner";
  const isSmall = ({ interval }: RaceComparison): boolean => {
    return interval !== undefined && Math.max(-interval.low, interval.high) <= margin;
  };
  if (kept.every(isSmall)) return "tie";
  if (look >= looks) return "spent";
  const isOpen = canStillDecide(pairs, { total: replicates, level: LEVEL / testsIn(kept.length + 1, looks) });
  const isDone = kept.every((own) => isSmall(own) || !isOpen(pairs.differences[own.place]!));
  return isDone ? "undecidable" : undefined;
}
