import { describe, expect, test } from "vitest";
import { asNetwork } from "../../../src/configuration/kind-of.ts";
import { readExperiment } from "../../support/read-experiment.ts";
import { specText, VALID_SPEC } from "../valid-spec.ts";

function read(text: string) {
  const { experiment, problems } = readExperiment(text, "experiments/lr.yaml", { limit: 10_000 });
  expect(problems).toEqual([]);
  return experiment!;
}

test("readExperiment() fills in every default", () => {
  const { sweep: _, ...experiment } = read(specText());
  expect(experiment).toEqual({
    name: "lr",
    file: "experiments/lr.yaml",
    text: specText(),
    base: {
      dataset: { name: "digits", train: 12000, validation: 2000, test: 2000, seed: 0 },
      architecture: { hidden: [15], activation: "sigmoid", output: "sigmoid", init: "scaled", dropout: 0 },
      loss: "quadratic",
      classWeights: "none",
      labelSmoothing: 0,
      eta: 0.3,
      optimizer: { name: "sgd", l2: 0, l1: 0, clipNorm: 0, maxNorm: 0 },
      schedule: { name: "constant" },
      batchSize: 10,
      epochs: 3,
      earlyStopping: { metric: "validationLoss", patience: 0, minDelta: 0, restoreBest: false },
      target: { metric: "validationAccuracy", value: "none" },
    },
    replicates: { count: 1, baseSeed: 0 },
    metrics: [],
    objective: { metric: "validationAccuracy", goal: "maximize", at: "last" },
    run: { keep: "none" },
  });
});

test("readExperiment() keeps everything that is written", () => {
  const { base, sweep, ...rest } = read(VALID_SPEC);
  expect(rest).toEqual({
    name: "lr",
    file: "experiments/lr.yaml",
    text: VALID_SPEC,
    description: "How the learning rate shapes descent",
    replicates: { count: 3, baseSeed: 7 },
    metrics: ["trainLoss"],
    objective: { metric: "testLoss", goal: "minimize", at: "best" },
    run: { workers: 2, timeout: 60, keep: "best" },
  });
  expect(sweep.columns).toEqual([
    { path: "dataset.noise", values: [0.1, 0.2] },
    { path: "architecture.hidden", values: [[15], [30, 30]] },
    { path: "eta", values: [0.001, 0.01, 0.1, 1] },
    { path: "batchSize", values: [10, "full"] },
  ]);
  expect(asNetwork(base).dataset).toEqual({ name: "moons", samples: 1000, noise: 0.1, seed: 0 });
  expect(base).toMatchObject({ eta: 0.001, batchSize: 10, architecture: { hidden: [15] } });
});

test("readExperiment() knows the defaults of each data set", () => {
  const datasets = ["digits", "mnist", "xor", "moons", "spirals", "blobs"];
  const { columns } = read(specText({ dataset: `[${datasets.join(", ")}]`, batchSize: "4" })).sweep;
  expect(columns).toEqual([
    {
      path: "dataset",
      values: [
        { name: "digits", train: 12000, validation: 2000, test: 2000, seed: 0 },
        { name: "mnist", train: 60000, validation: 0, test: 10000 },
        { name: "xor", samples: 4, noise: 0, seed: 0 },
        { name: "moons", samples: 1000, noise: 0.1, seed: 0 },
        { name: "spirals", samples: 1000, noise: 0.1, classes: 2, seed: 0 },
        { name: "blobs", samples: 1000, noise: 1, classes: 3, seed: 0 },
      ],
    },
  ]);
});

describe("readExperiment() tells values from axes", () => {
  test.each([
    ["0.3", 0.3, undefined],
    ["[0.3]", 0.3, undefined],
    ["[0.3, 1]", 0.3, [0.3, 1]],
    ["{value: 0.3}", 0.3, undefined],
    ["{values: [0.3, 1]}", 0.3, [0.3, 1]],
    ["{values: [0.3]}", 0.3, undefined],
    ["{range: {from: 0.1, to: 0.3, step: 0.1}}", 0.1, [0.1, 0.2, 0.3]],
    ["{linspace: {from: 1, to: 2, count: 3}}", 1, [1, 1.5, 2]],
    ["{logspace: {from: 1e-3, to: 0.1, count: 5}}", 0.001, [0.001, 0.003162, 0.01, 0.03162, 0.1]],
    ["{logspace: {from: 1, to: 10, count: 3, digits: 2}}", 1, [1, 3.2, 10]],
  ])("eta: %s", (eta, first, values) => {
    const { base, sweep } = read(specText({ eta }));
    expect(asNetwork(base).eta).toBe(first);
    expect(sweep.columns).toEqual(values ? [{ path: "eta", values }] : []);
  });

  test.each([
    ["[]", [], undefined],
    ["[[]]", [], undefined],
    ["[30, 30]", [30, 30], undefined],
    ["[[], [15]]", [], [[], [15]]],
    ["{value: [15]}", [15], undefined],
    ["{values: [[15], [30]]}", [15], [[15], [30]]],
  ])("architecture.hidden: %s", (hidden, first, values) => {
    const { base, sweep } = read(specText({ architecture: `{hidden: ${hidden}}` }));
    expect(asNetwork(base).architecture.hidden).toEqual(first);
    expect(sweep.columns).toEqual(values ? [{ path: "architecture.hidden", values }] : []);
  });

  test("dataset with options, in a list and alone", () => {
    const { columns } = read(
      specText({ dataset: "[{name: moons, noise: 0.3}, {name: moons, noise: {value: 0}}]" }),
    ).sweep;
    expect(columns[0]?.values).toMatchObject([{ noise: 0.3 }, { noise: 0 }]);
    expect(
      asNetwork(read(specText({ dataset: "{value: {name: blobs, classes: [4]}}" })).base).dataset["classes"],
    ).toBe(4);
  });
});

test("readExperiment() drops equal values of an axis with a warning", () => {
  const { experiment, problems } = readExperiment(specText({ eta: "[0.3, 1, 3e-1]" }), "a.yaml", {
    limit: 10,
  });
  expect(experiment?.sweep.columns).toEqual([{ path: "eta", values: [0.3, 1] }]);
  expect(problems).toMatchObject([{ severity: "warning", line: 3, column: 15 }]);
});

test("readExperiment() orders axes as the document does, with dataset options at their place", () => {
  const text =
    "epochs: [1, 2]\neta: [1, 2]\narchitecture:\n  activation: [tanh, relu]\n  hidden: [[1], [2]]\n";
  const { columns } = read(`${text}dataset: {seed: [1, 2], name: blobs}\n`).sweep;
  const paths = ["epochs", "eta", "architecture.activation", "architecture.hidden", "dataset.seed"];
  expect(columns.map(({ path }) => path)).toEqual(paths);
});

test("readExperiment() chooses by test accuracy where a data set has no validation part", () => {
  const { objective } = read(specText({ dataset: "{name: digits, validation: [0, 100]}" }));
  expect(objective).toEqual({ metric: "testAccuracy", goal: "maximize", at: "last" });
  expect(read(specText({ objective: "{goal: minimize, metric: runningLoss}" })).objective.goal).toBe(
    "minimize",
  );
});

test("readExperiment() chooses by the loss where a data set has numbers to predict", () => {
  const fields = { dataset: "[line, moons]", architecture: "{hidden: [3], output: identity}" };
  expect(read(specText(fields)).objective).toEqual({ metric: "testLoss", goal: "minimize", at: "last" });
});

test("readExperiment() follows aliases, reads CRLF and a byte order mark", () => {
  const text = `\uFEFF${specText({ eta: "&rates [0.3, 1]", description: "a" })}`.replaceAll("\n", "\r\n");
  expect(read(text).sweep.columns).toEqual([{ path: "eta", values: [0.3, 1] }]);
  expect(read(specText({ eta: "&n 3", epochs: "*n" })).base).toMatchObject({ eta: 3, epochs: 3 });
});

test("readExperiment() reads every spelling of a number as the same value", () => {
  for (const eta of ["0.001", "1e-3", "1E-3", ".001", "1.0e-03"]) {
    expect(asNetwork(read(specText({ eta })).base).eta).toBe(0.001);
  }
  expect(asNetwork(read(specText({ dataset: "{name: moons, noise: -0}" })).base).dataset["noise"]).toBe(0);
});

test("readExperiment() refuses a grid above its limit without building it", () => {
  const range = (count: number) => `{linspace: {from: 1, to: 100000, count: ${count}}}`;
  const text = specText({ eta: range(90_000), batchSize: range(1000 - 1 + 1).replace("100000", "1000") });
  const { problems } = readExperiment(text, "a.yaml", { limit: 10_000 });
  expect(problems).toMatchObject([{ line: 3, column: 1 }]);
  expect(problems[0]?.message).toContain("90000 (eta) x 1000 (batchSize) = 90000000");
  expect(readExperiment(specText({ eta: "[1, 2]" }), "a.yaml", { limit: 2 }).experiment).toBeDefined();
});

test("readExperiment() cuts a flood of problems, never an error for a warning", () => {
  const eta = `[${"1, ".repeat(150)}0]`;
  const { problems } = readExperiment(specText({ eta, epochs: `[${"0, ".repeat(150)}1]` }), "a.yaml", {
    limit: 10,
  });
  expect(problems).toHaveLength(101);
  expect(problems.every(({ severity }) => severity === "error")).toBe(true);
  expect(problems[100]?.message).toBe("Too many problems to list: 51 more from here on");
});
