import { exp } from "../../src/math/exp.ts";
import { log } from "../../src/math/log.ts";
import { RandomStream } from "../../src/math/random-stream.ts";
import { studentCritical } from "../../src/math/student-t.ts";
import { familyOf, judgeSamples } from "../../src/results/comparisons/compare-samples.ts";

/** How the settings of a simulated experiment differ and vary. */
export interface Scene {
  readonly settings: number;
  readonly replicates: number;
  readonly noise: "normal" | "exponential" | "lognormal";
  /** Standard deviation of setting i; default: all 1. */
  readonly deviationOf?: (i: number) => number;
  /** What replicates shift in all settings alike, as a standard deviation. */
  readonly shared?: number;
  /** By how much the last setting is worse. */
  readonly shift?: number;
}

const RATES = ["found", "before", "power", "undecided", "pooled"] as const;

/**
 * Shares of simulated experiments. `found`: some setting that is as good as the others is called worse; `before`: the same by
 * the procedure of former days, paired t tests against the best with Holm's correction; `power`: the last setting is
 * called worse; `undecided`: it is left open; `pooled`: the noise was pooled.
 */
export type Rates = Record<(typeof RATES)[number], number>;

/** Simulates experiments and judges them as the leaderboard does. */
export function simulate(scene: Scene, count: number): Rates {
  const random = new RandomStream([scene.settings, scene.replicates]);
  const sums: Rates = { found: 0, before: 0, power: 0, undecided: 0, pooled: 0 };
  for (let i = 0; i < count; i++) {
    const judged = judge(draw(scene, random), scene);
    for (const rate of RATES) sums[rate] += (judged[rate] ? 1 : 0) / count;
  }
  return sums;
}

function draw(scene: Scene, random: RandomStream): number[][] {
  const { settings, replicates, shared = 0, shift = 0, deviationOf = () => 1 } = scene;
  const blocks = Array.from({ length: replicates }, () => shared * random.normal());
  return Array.from({ length: settings }, (_, i) => {
    const level = i === settings - 1 ? -shift : 0;
    return blocks.map((block) => level + block + deviationOf(i) * noiseOf(scene.noise, random));
  });
}

/** With mean 0 and variance 1. */
function noiseOf(kind: Scene["noise"], random: RandomStream): number {
  if (kind === "normal") return random.normal();
  if (kind === "exponential") return -log(random.uniform()) - 1;
  const [mean, deviation] = [exp(0.5), Math.sqrt(exp(1) * (exp(1) - 1))];
  return (exp(random.normal()) - mean) / deviation;
}

function judge(samples: readonly number[][], { shift = 0 }: Scene): Record<keyof Rates, boolean> {
  const sums = samples.map((values) => values.reduce((sum, value) => sum + value, 0));
  const best = sums.indexOf(Math.max(...sums));
  const family = familyOf(samples, { isSelected: true, overlap: 0 });
  const rule = { isSelected: true, goal: "maximize", margin: 0, largest: Infinity } as const;
  const comparisons = samples.map((own) => judgeSamples(own, samples[best]!, { rule, family }));
  const last = samples.length - 1;
  const equal = comparisons.filter((_, i) => i !== best && !(shift > 0 && i === last));
  const critical = studentCritical(0.05 / last, samples[0]!.length - 1);
  return {
    found: equal.some(({ verdict }) => verdict === "worse"),
    before: equal.some(({ difference }) => difference.status === "tested" && -difference.t > critical),
    power: comparisons[last]!.verdict === "worse",
    undecided: comparisons[last]!.verdict === "undecided",
    pooled: family.pooled !== undefined,
  };
}
