import { describe, expect, it } from "vitest";
import { asNetwork } from "../../../src/configuration/kind-of.ts";
import type { Reading } from "../../../src/spec/read-experiment.ts";
import { readExperiment } from "../../support/read-experiment.ts";
import { planTrials } from "../../../src/trials/plan.ts";

const REST = "architecture: {hidden: [5], output: softmax}\nloss: crossEntropy\neta: 1\nepochs: 9\n";

function read(text: string): Reading {
  return readExperiment(`${text}\n${REST}`, "experiments/x.yaml", { limit: 100 });
}

/** Returns the sizes of train and validation of each configuration, and the ids of all trials. */
function plannedOf(text: string): { sizes: number[][]; ids: string[] } {
  const { configurations, trials } = planTrials(read(text).experiment!);
  const sizes = configurations.map(({ configuration, facts }) => {
    expect(asNetwork(configuration).dataset["train"]).toBe(facts.sizes.train);
    return [facts.sizes.train, facts.sizes.validation];
  });
  return { sizes, ids: trials.map(({ id }) => id) };
}

describe("a validation part of mnist", () => {
  it("leaves the rest to train on, and is the same as saying so", () => {
    const short = plannedOf("dataset: {name: mnist, validation: 10000}");
    expect(short.sizes).toEqual([[50000, 10000]]);
    expect(short.ids).toEqual(plannedOf("dataset: {name: mnist, train: 50000, validation: 10000}").ids);
  });

  it("may be an axis, or set by a rule", () => {
    const sizes = [
      [60000, 0],
      [50000, 10000],
    ];
    expect(plannedOf("dataset: {name: mnist, validation: [0, 10000]}").sizes).toEqual(sizes);
    expect(plannedOf("dataset: [mnist, {name: mnist, validation: 10000}]").sizes).toEqual(sizes);
    expect(
      plannedOf("dataset: mnist\nsweep: {variants: {a: {}, b: {dataset.validation: 10000}}}").sizes,
    ).toEqual(sizes);
  });

  it.each(["{name: mnist, train: 60000, validation: 10000}", "{name: mnist, validation: 60000}"])(
    "is refused where nothing is left: %s",
    (dataset) => {
      const { experiment, problems } = read(`dataset: ${dataset}`);
      expect(experiment).toBeUndefined();
      expect(problems[0]!.message).toContain(
        "train and validation of mnist must have at most 60000 images together",
      );
    },
  );
});

describe("what stops trials or slows them down", () => {
  it.each([
    ["mnist", "earlyStopping: {metric: testLoss, patience: 3}", "validation: 10000"],
    ["digits", "target: {metric: testAccuracy, value: 0.9}", "Write metric: validationAccuracy"],
    ["digits", "schedule: {name: plateau, metric: testLoss}", "Write metric: validationLoss"],
    ["moons", "earlyStopping: {metric: testLoss, patience: 3}", "Write metric: runningLoss"],
  ])("by the test part of %s is warned of: %s", (dataset, rule, hint) => {
    const { experiment, problems } = read(`dataset: ${dataset}\n${rule}`);
    expect(experiment).toBeDefined();
    expect(problems).toMatchObject([{ severity: "warning", hint: expect.stringContaining(hint) }]);
    expect(problems[0]!.hint).not.toContain("test");
  });

  it.each([
    ["mnist", "earlyStopping: {metric: validationLoss, patience: 3}", "{name: mnist, validation: 10000}"],
    ["moons", "earlyStopping: {metric: validationLoss, patience: 3}", "Write metric: runningLoss"],
    ["digits", "earlyStopping: {metric: validationMae, patience: 3}", "Write metric: validationLoss"],
    ["mnist", "objective: {metric: validationLoss}", "{name: mnist, validation: 10000}"],
  ])("%s, %s: the hint says how to get a validation part", (dataset, rule, hint) => {
    const { problems } = read(`dataset: ${dataset}\n${rule}`);
    expect(problems).toMatchObject([{ severity: "error", hint: expect.stringContaining(hint) }]);
  });

  it("may be a score of the training part", () => {
    const { problems } = read(
      "dataset: digits\nmetrics: [trainF1]\nearlyStopping: {metric: trainF1, patience: 3}",
    );
    expect(problems).toEqual([]);
  });
});
