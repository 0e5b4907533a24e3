import type { Interval } from "../../math/statistics.ts";
import type { Results } from "../results.ts";
import { byReplicate, raceRounds, raceSurvivors, raceTerms, type RaceRound } from "./race.ts";

/** A race as far as it has run. */
export interface RaceCourse {
  readonly looks: readonly RaceLookResult[];
  /** Of each setting, by number, after each replicate: the mean of the objective over the replicates so far, until one diverges. */
  readonly means: readonly (readonly number[])[];
  /** Of each setting, by number, at each look that compared it with the leader. Empty where means are shown in other units. */
  readonly bands: readonly (readonly RaceBand[])[];
}

/** Where the mean of a setting may be beside that of the leader of a look; all bands of a race hold at once with 95 %. */
export interface RaceBand extends Interval {
  readonly replicates: number;
}

/** A look at a race, and what it decided. */
export interface RaceLookResult extends RaceRound {
  /** Numbers of the settings that left the race. */
  readonly left: readonly number[];
}

/**
 * Returns how a race went; undefined for another search, and while a record is missing.
 *
 * @param shown The same results in the units in which means are shown.
 */
export function raceCourse(results: Results, shown: Results): RaceCourse | undefined {
  const { experiment, configurations, trials } = results;
  const { first } = experiment.sweep.search ?? {};
  if (first === undefined || configurations.some(({ failed }) => failed > 0)) return undefined;
  const sign = experiment.objective.goal === "maximize" ? -1 : 1;
  const losses = valuesOf(results).map((own) => own.map((value) => value && sign * value));
  const rounds = raceRounds(byReplicate(losses, { trials: trials.map(({ trial }) => trial) }), {
    ...raceTerms(experiment),
    first,
  });
  const values = byReplicate(valuesOf(shown), { trials: trials.map(({ trial }) => trial) });
  const means = values.map(runningMeans);
  const bands =
    shown === results
      ? means.map((_, index) => rounds.flatMap((round) => bandOf(index, round, { means, sign })))
      : [];
  return { looks: rounds.map(lookOf), means, bands };
}

function valuesOf({ configurations }: Results): (number | undefined)[][] {
  return configurations.map((own) => own.trials.map(({ objective }) => objective ?? undefined));
}

function lookOf(round: RaceRound): RaceLookResult {
  const stay = new Set(raceSurvivors({ ...round, decision: { ...round.decision, ending: undefined } }));
  return { ...round, left: round.contenders.filter((index) => !stay.has(index)) };
}

function bandOf(
  index: number,
  { replicates, contenders, decision: { verdicts } }: RaceRound,
  { means, sign }: { means: RaceCourse["means"]; sign: number },
): RaceBand[] {
  const verdict = verdicts[contenders.indexOf(index)];
  const leader = contenders[verdicts.findIndex(({ kind }) => kind === "leader")];
  if (leader === undefined || !verdict || !("interval" in verdict) || !verdict.interval) return [];
  const { low, high } = verdict.interval;
  const [a, b] = [low, high].map((difference) => means[leader]![replicates - 1]! + sign * difference);
  return [{ replicates, low: Math.min(a!, b!), high: Math.max(a!, b!) }];
}

function runningMeans(values: readonly (number | undefined)[]): number[] {
  let sum = 0;
  const known = values.indexOf(undefined);
  const whole = values.slice(0, known < 0 ? values.length : known);
  return whole.map((value, i) => (sum += value ?? 0) / (i + 1));
}
