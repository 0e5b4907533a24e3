import { describe, expect, it } from "vitest";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import { buildResults } from "../../src/results/build-results.ts";
import { trialsTable } from "../../src/results/tables/trials-table.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf, trainOne } from "../support/train.ts";

const SPEC = `
dataset: {name: moons, samples: 200}
architecture: {hidden: [5], activation: tanh}
eta: [0.5, 0.0001]
epochs: 30
target: {metric: testAccuracy, value: 0.85}
objective: {metric: epochsToTarget}
`;

describe("withTargetEpoch()", () => {
  it("gives trials that reach the target their last epoch as a metric, objective and column; others none", async () => {
    const experiment = experimentOf(SPEC);
    const plan = planTrials(experiment);
    const outcomes = new Map();
    for (const trial of plan.trials) outcomes.set(trial.id, (await trainOne(trial, experiment)).record);
    const results = buildResults(plan, outcomes, { trainerVersion: 1 });
    const [reaching, slow] = results.trials;
    const epochs = reaching!.record!.metrics["testAccuracy"]!.length - 1;
    expect(reaching).toMatchObject({ status: "stopped", objective: epochs, bestEpoch: epochs });
    expect(slow).toMatchObject({ status: "completed", objective: null, bestEpoch: undefined });
    expect(results.best!.index).toBe(0);
    const [header, ...rows] = trialsTable(results).trimEnd().split("\n");
    expect(header).toMatch(/,epochsToTarget$/);
    expect(rows.map((row) => row.split(",").at(-1))).toEqual([String(epochs), ""]);
  });

  it("takes records that were stored before there were targets", async () => {
    const experiment = experimentOf(SPEC.replace(/(target|objective):.*\n/g, ""));
    const plan = planTrials(experiment);
    const trial = plan.trials[0]!;
    const { record } = await trainOne(trial, experiment);
    const { target: _, ...older } = asNetwork(record.configuration);
    const outcomes = new Map([
      [trial.id, { ...record, configuration: older as typeof record.configuration }],
    ]);
    expect(buildResults(plan, outcomes, { trainerVersion: 1 }).trials[0]!.record).toBeDefined();
  });

  it("is refused as the objective, and in what is expected, without a target", () => {
    expect(() => experimentOf(SPEC.replace(/target:.*/, ""))).toThrow(
      "The metric epochsToTarget needs a target (got none)",
    );
  });
});
