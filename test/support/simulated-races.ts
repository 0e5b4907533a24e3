import { log } from "../../src/math/log.ts";
import type { RandomStream } from "../../src/math/random-stream.ts";
import { judgeRace, type RaceDecision } from "../../src/search/racing/judge-race.ts";

/** Configurations that race. */
export interface Scene {
  /** Mean losses, the best first. */
  readonly means: readonly number[];
  /** Returns what is added to the mean loss of each configuration in a replicate. */
  readonly noise: (random: RandomStream, count: number) => number[];
  /** Replicates at each look. */
  readonly looks: readonly number[];
}

/** How a race went. */
export interface RaceRun {
  /** The configurations that were left at the end. */
  readonly left: readonly number[];
  readonly ending: RaceDecision["ending"];
  /** Trials that were trained. */
  readonly trials: number;
  /** Whether every interval of every look held. */
  readonly isCovered: boolean;
}

/** Noise of each kind, as independent draws of variance 1 beside what a replicate shifts in all alike. */
export const NOISES = {
  normal: (random: RandomStream, count: number) => {
    const shared = random.normal();
    return Array.from({ length: count }, () => shared + random.normal());
  },
  skewed: (random: RandomStream, count: number) =>
    Array.from({ length: count }, () => -log(random.uniform()) - 1),
  /** The share of wrong answers to 20 examples, some of which are easier than others. */
  discrete: (random: RandomStream, count: number) => {
    return Array.from({ length: count }, () => {
      let wrong = 0;
      for (let example = 0; example < 20; example++) if (random.uniform() < 0.005 * example) wrong += 1;
      return wrong / 20;
    });
  },
} as const;

/** Runs a race until it ends. */
export function runRace({ means, noise, looks }: Scene, random: RandomStream): RaceRun {
  const losses = means.map((): number[] => []);
  let left = [...means.keys()];
  let trials = 0;
  let isCovered = true;
  for (const [i, replicates] of looks.entries()) {
    while (losses[0]!.length < replicates) {
      noise(random, means.length).forEach((shift, place) => losses[place]!.push(means[place]! + shift));
      trials += left.length;
    }
    const { verdicts, ending } = judgeRace({
      losses: left.map((place) => losses[place]!),
      look: i + 1,
      looks: looks.length,
      replicates: looks.at(-1)!,
      margin: 0,
    });
    const leader = left[verdicts.findIndex(({ kind }) => kind === "leader")]!;
    for (const [place, verdict] of verdicts.entries()) {
      if (!("interval" in verdict) || !verdict.interval) continue;
      const truth = means[left[place]!]! - means[leader]!;
      if (truth < verdict.interval.low - 1e-12 || truth > verdict.interval.high + 1e-12) isCovered = false;
    }
    left = left.filter((_, place) => verdicts[place]!.kind !== "worse");
    if (ending) return { left, ending, trials, isCovered };
  }
  return { left, ending: undefined, trials, isCovered };
}
