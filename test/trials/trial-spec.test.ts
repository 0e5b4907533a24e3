import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { planTrials } from "../../src/trials/plan.ts";
import { trialSpec } from "../../src/trials/trial-spec.ts";
import { RULED_SPEC, VALID_SPEC } from "../spec/valid-spec.ts";
import { experimentOf } from "../support/train.ts";

const EXPERIMENTS = new URL("../../experiments/", import.meta.url);
const SMALL = "dataset: {name: xor, samples: 8}\narchitecture: {hidden: []}\neta: 1\nepochs: 2\n";
const SPECS = readdirSync(EXPERIMENTS)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(new URL(name, EXPERIMENTS), "utf8"));

describe("trialSpec()", () => {
  it.each([VALID_SPEC, RULED_SPEC, SMALL, `${SMALL}replicates: {count: 2, first: 3}`, ...SPECS])(
    "gives each trial a spec whose plan is that trial: %#",
    (text) => {
      const plan = planTrials(experimentOf(text));
      const step = Math.ceil(plan.trials.length / 20);
      for (const trial of plan.trials.filter(({ index }) => index % step === 0)) {
        const alone = planTrials(experimentOf(trialSpec(plan, trial, "experiments"), "test.yaml")).trials;
        expect(alone.map(({ id }) => id)).toEqual([trial.id]);
        expect(alone[0]!.replicate).toBe(trial.replicate);
      }
    },
  );

  it("writes every value out, in canonical form", () => {
    const plan = planTrials(experimentOf(`${SMALL}replicates: 3\nrun: {keep: last}`));
    const spec = trialSpec(plan, plan.trials[2]!);
    expect(spec).toMatch(/^# id [0-9a-f]{64}\n\ndescription: Trial 2 of test, replicate 2\ndataset:/);
    expect(parse(spec)).toEqual({
      description: "Trial 2 of test, replicate 2",
      dataset: { name: "xor", samples: 8, noise: expect.any(Number) as number, seed: 0 },
      architecture: { hidden: [], activation: "sigmoid", output: "sigmoid", init: "scaled", dropout: 0 },
      loss: "quadratic",
      classWeights: "none",
      labelSmoothing: 0,
      eta: 1,
      optimizer: { name: "sgd", l2: 0, l1: 0, clipNorm: 0, maxNorm: 0 },
      schedule: { name: "constant" },
      batchSize: expect.any(Number) as number,
      epochs: 2,
      earlyStopping: { metric: "validationLoss", patience: 0, minDelta: 0, restoreBest: false },
      target: { metric: "validationAccuracy", value: "none" },
      replicates: { count: 1, baseSeed: 0, first: 2 },
      metrics: [],
      objective: { metric: expect.any(String) as string, goal: "maximize", at: "last" },
      run: { keep: "last" },
    });
  });
});
