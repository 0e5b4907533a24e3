import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import { fieldAt } from "../../src/trials/expand-grid.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf } from "../support/train.ts";

const BASE = `
dataset: xor
architecture: {hidden: [2]}
eta: 1
epochs: 5
`;

function idsOf(yaml: string): string[] {
  return planTrials(experimentOf(yaml)).trials.map(({ id }) => id);
}

describe("planTrials()", () => {
  it("orders axes as written, the last one fastest, replicates innermost", () => {
    const plan = planTrials(
      experimentOf("dataset: xor\narchitecture: {hidden: [2]}\nepochs: [5, 9]\neta: [1, 2]\nreplicates: 2"),
    );
    const order = plan.trials.map(({ configuration, replicate }) => [
      asNetwork(configuration).epochs,
      asNetwork(configuration).eta,
      replicate,
    ]);
    expect(order).toEqual([
      [5, 1, 0],
      [5, 1, 1],
      [5, 2, 0],
      [5, 2, 1],
      [9, 1, 0],
      [9, 1, 1],
      [9, 2, 0],
      [9, 2, 1],
    ]);
    expect(plan.trials.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("makes as many trials as the product of the axes and replicates, with ids all different", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 4 }),
        (etas, batches, replicates) => {
          const list = (n: number): string => JSON.stringify(Array.from({ length: n }, (_, i) => i + 1));
          const { hidden: _, ...rest } = {
            hidden: 0,
            eta: list(etas),
            batchSize: list(Math.min(batches, 4)),
          };
          const yaml = `dataset: xor\narchitecture: {hidden: [2]}\nepochs: 3\neta: ${rest.eta}\nbatchSize: ${rest.batchSize}\nreplicates: ${replicates}`;
          const ids = idsOf(yaml);
          return ids.length === etas * Math.min(batches, 4) * replicates && new Set(ids).size === ids.length;
        },
      ),
      { seed: 4, numRuns: 30 },
    );
  });

  it("leaves out a grid point that would train the same trials as an earlier one", () => {
    const plan = planTrials(
      experimentOf(BASE.replace("hidden: [2]", "hidden: [[], [2]], activation: [sigmoid, tanh]")),
    );
    expect(
      plan.configurations.map(({ configuration }) => asNetwork(configuration).architecture),
    ).toMatchObject([
      { hidden: [], activation: "sigmoid" },
      { hidden: [2], activation: "sigmoid" },
      { hidden: [2], activation: "tanh" },
    ]);
    expect(plan.duplicates).toMatchObject([{ architecture: { hidden: [], activation: "tanh" } }]);
  });

  it("sweeps an option of a data set", () => {
    const plan = planTrials(
      experimentOf(
        "dataset: {name: moons, noise: [0.1, 0.2]}\narchitecture: {hidden: []}\neta: 1\nepochs: 1",
      ),
    );
    expect(plan.configurations.map(({ configuration }) => fieldAt(configuration, "dataset.noise"))).toEqual([
      0.1, 0.2,
    ]);
    expect(new Set(plan.configurations.map(({ dataDigest }) => dataDigest)).size).toBe(2);
  });
});

describe("trial ids", () => {
  it.each([
    ["a description", `description: something else\n${BASE}`],
    ["a comment", `# a comment\n${BASE}`],
    ["the order of keys", "epochs: 5\neta: 1\narchitecture: {hidden: [2]}\ndataset: xor"],
    ["the spelling of numbers", BASE.replace("eta: 1", "eta: 10e-1")],
    [
      "a default that is written out",
      `${BASE}loss: quadratic\nbatchSize: 10`
        .replace("batchSize: 10", "")
        .replace("xor", "{name: xor, samples: 4}"),
    ],
    ["run settings", `${BASE}run: {workers: 1, timeout: 5, keep: last}`],
    [
      "metrics and objective",
      `${BASE}metrics: [trainAccuracy]\nobjective: {metric: trainAccuracy, at: best}`,
    ],
    ["a value in braces", BASE.replace("eta: 1", "eta: {value: 1}")],
  ])("are the same with %s", (_, yaml) => {
    expect(idsOf(yaml)).toEqual(idsOf(BASE));
  });

  it.each([
    ["eta", BASE.replace("eta: 1", "eta: 1.5")],
    ["epochs", BASE.replace("epochs: 5", "epochs: 6")],
    ["hidden units", BASE.replace("[2]", "[3]")],
    ["the base seed", `${BASE}replicates: {count: 1, baseSeed: 1}`],
    ["an option of the data set", BASE.replace("xor", "{name: xor, noise: 0.1}")],
    ["the loss", `${BASE}loss: mse`],
  ])("differ with %s", (_, yaml) => {
    expect(idsOf(yaml)).not.toEqual(idsOf(BASE));
  });

  it("of one replicate are those of the same replicate among many", () => {
    const many = idsOf(`${BASE}replicates: 5`);
    expect(idsOf(`${BASE}replicates: {count: 2, first: 2}`)).toEqual(many.slice(2, 4));
  });

  it("share the prefix when only epochs differ", () => {
    const { trials } = planTrials(experimentOf(BASE.replace("epochs: 5", "epochs: [5, 6]")));
    expect(new Set(trials.map(({ prefixId }) => prefixId)).size).toBe(1);
  });

  it("of twenty specs are pinned: a store and committed tables stay valid", () => {
    const specs = Array.from({ length: 20 }, (_, i) => {
      const dataset = ["digits", "mnist", "xor", "{name: moons, noise: 0.25}", "{name: blobs, classes: 4}"][
        i % 5
      ]!;
      const [loss, output] = [
        ["quadratic", "sigmoid"],
        ["mse", "identity"],
        ["crossEntropy", "softmax"],
        ["binaryCrossEntropy", "sigmoid"],
      ][i % 4]!;
      const batch = i % 3 === 0 ? "full" : 1 + (i % 4);
      return `{dataset: ${dataset}, architecture: {hidden: ${["[]", "[30]", "[30, 30]"][i % 3]}, output: ${output}}, loss: ${loss}, eta: ${0.1 * (i + 1)}, batchSize: ${batch}, epochs: ${i + 1}}`;
    });
    expect(specs.map((spec) => [spec, ...idsOf(spec)])).toMatchSnapshot();
  });
});
