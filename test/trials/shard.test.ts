import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExperiment } from "../support/read-experiment.ts";
import { makeJobs } from "../../src/trials/job.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { TYPICAL_RATES } from "../../src/trials/rates.ts";
import { shardTrials } from "../../src/trials/shard.ts";

const SPEC = `
dataset: moons
architecture: {hidden: [[], [4], [40, 40]]}
eta: [0.1, 1]
batchSize: [4, 64]
epochs: [1, 3, 30]
replicates: 3
`;
const plan = planTrials(readExperiment(SPEC, "experiments/shards.yaml", { limit: 100 }).experiment!);

function shardsOf(count: number) {
  return Array.from({ length: count }, (_, i) =>
    shardTrials(plan.trials, plan, { number: i + 1, of: count }),
  );
}

describe("shardTrials()", () => {
  it("gives every trial to one shard, in plan order, and trials that train as one to the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const shards = shardsOf(count);
        const indices = shards.flatMap((trials) => trials.map(({ index }) => index));
        expect(indices.toSorted((a, b) => a - b)).toEqual(plan.trials.map(({ index }) => index));
        for (const trials of shards) expect(trials).toEqual(trials.toSorted((a, b) => a.index - b.index));
        const prefixes = shards.flatMap((trials) => [...new Set(trials.map(({ prefixId }) => prefixId))]);
        expect(new Set(prefixes).size).toBe(prefixes.length);
      }),
      { seed: 9 },
    );
  });

  it("gives no shard more work than the mean and one job", () => {
    const workOf = (trials: typeof plan.trials): number[] =>
      makeJobs(trials, plan).map((job) => job.typicalSeconds + TYPICAL_RATES.trial * job.trials.length);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const jobs = workOf(plan.trials);
    for (const count of [2, 3, 4, 7, 16]) {
      const loads = shardsOf(count).map((trials) => sum(workOf(trials)));
      expect(Math.max(...loads)).toBeLessThanOrEqual(sum(jobs) / count + Math.max(...jobs) + 1e-12);
    }
  });

  it("has empty shards where there are more of them than jobs", () => {
    const jobs = makeJobs(plan.trials, plan).length;
    expect(shardsOf(jobs + 2).filter((trials) => trials.length === 0)).toHaveLength(2);
  });

  it("pins the parts: machines of different releases must agree on them", () => {
    const parts = shardsOf(3).map((trials) => trials.map(({ index }) => index).join(" "));
    expect(parts).toMatchInlineSnapshot(`
      [
        "0 3 6 9 12 15 18 21 24 27 30 33 36 39 42 45 48 51 54 57 60 63 66 69 72 75 78 81 84 87 90 93 96 99 102 105",
        "1 4 7 10 13 16 19 22 25 28 31 34 37 40 43 46 49 52 55 58 61 64 67 70 73 76 79 82 85 88 91 94 97 100 103 106",
        "2 5 8 11 14 17 20 23 26 29 32 35 38 41 44 47 50 53 56 59 62 65 68 71 74 77 80 83 86 89 92 95 98 101 104 107",
      ]
    `);
  });
});
