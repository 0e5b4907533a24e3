/**
 * Twelve specs that users of other sweep tools asked for, each doing what its user wanted.
 */
import { expect, test } from "vitest";
import { readExperiment } from "../../src/spec/read-experiment.ts";
import { columnsOf } from "../../src/spec/sweep.ts";
import { fieldAt } from "../../src/trials/expand-grid.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf } from "../support/train.ts";

const BASE = "dataset: moons\narchitecture: {hidden: [3]}\n";

/** Returns the values of some fields in each configuration of a spec. */
function fieldsOf(text: string, ...paths: string[]): unknown[][] {
  const { configurations } = planTrials(experimentOf(text));
  return configurations.map(({ configuration }) => paths.map((path) => fieldAt(configuration, path)));
}

test("hydra#1258: pair values instead of the full product", () => {
  const text = `${BASE}sweep:\n  zip:\n    pair: {eta: [1, 2, 3], batchSize: [10, 20, 30]}\nepochs: 1\n`;
  expect(fieldsOf(text, "eta", "batchSize")).toEqual([
    [1, 10],
    [2, 20],
    [3, 30],
  ]);
});

test("hydra#2851: join several small grids in one run", () => {
  const text = `${BASE}epochs: 1
sweep:
  variants:
    small: {eta: [0.1, 0.2], batchSize: 10}
    large: {eta: [1, 2], batchSize: [100, full]}
`;
  expect(fieldsOf(text, "eta", "batchSize")).toEqual([
    [0.1, 10],
    [0.2, 10],
    [1, 100],
    [1, "full"],
    [2, 100],
    [2, "full"],
  ]);
});

test("wandb#1487: an axis that exists for one value of another field only", () => {
  const text = `dataset: moons
eta: 1
epochs: 1
architecture: {}
sweep:
  variants:
    linear: {architecture.hidden: []}
    deep: {architecture.hidden: [30, 30], architecture.activation: [tanh, relu]}
`;
  expect(fieldsOf(text, "architecture.hidden", "architecture.activation")).toEqual([
    [[], "sigmoid"],
    [[30, 30], "tanh"],
    [[30, 30], "relu"],
  ]);
});

test("wandb#5698: a partial grid", () => {
  const text = `${BASE}eta: [1, 2, 3]\nepochs: [1, 2, 3]\nsweep:\n  exclude:\n    - {eta: [2, 3], epochs: {gt: 1}}\n`;
  expect(fieldsOf(text, "eta", "epochs")).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 1],
    [3, 1],
  ]);
});

test("wandb#1863: only combinations of depth and width that meet an arithmetic constraint", () => {
  const hidden = "[[10], [100], [10, 10], [100, 100]]";
  const text = `dataset: moons\narchitecture: {hidden: ${hidden}}\neta: 1\nepochs: 1\nsweep:\n  exclude: [{parameters: {gt: 1000}}]\n`;
  expect(fieldsOf(text, "architecture.hidden")).toEqual([[[10]], [[100]], [[10, 10]]]);
});

test("wandb#3482: one loss with 100 epochs, the other with 200", () => {
  const text = `${BASE}eta: [1, 2]\nsweep:\n  zip:\n    training: {loss: [quadratic, mse], epochs: [100, 200]}\n`;
  expect(fieldsOf(text, "eta", "loss", "epochs")).toEqual([
    [1, "quadratic", 100],
    [1, "mse", 200],
    [2, "quadratic", 100],
    [2, "mse", 200],
  ]);
});

test("wandb#6797: an explicit list of runs", () => {
  const text = `dataset: moons
sweep:
  include:
    - {name: small, architecture.hidden: [3], eta: 3, epochs: 10}
    - {name: large, architecture.hidden: [99], eta: 0.3, epochs: 20}
`;
  const { configurations } = planTrials(experimentOf(text));
  expect(configurations.map(({ name, configuration: { eta } }) => [name, eta])).toEqual([
    ["small", 3],
    ["large", 0.3],
  ]);
});

test("actions/runner#857: a list inside exclude means any of its values", () => {
  const text = `${BASE}eta: [1, 2, 3, 4]\nepochs: 1\nsweep:\n  exclude: [{eta: [2, 4]}]\n`;
  expect(fieldsOf(text, "eta")).toEqual([[1], [3]]);
});

test("hydra#2919: two presets that each add axes give the whole product", () => {
  const first = "eta: [1, 2]\n";
  const second = "sweep: {zip: {budget: {batchSize: [10, 20], epochs: [1, 2]}}}\n";
  expect(fieldsOf(BASE + first + second, "eta", "epochs")).toHaveLength(4);
});

test("wandb#1129: 1e-4 is a number", () => {
  expect(fieldsOf(`${BASE}eta: 1e-4\nepochs: 1\n`, "eta")).toEqual([[0.0001]]);
  const { problems } = readExperiment(`${BASE}eta: 1e\nepochs: 1\n`, "a.yaml", { limit: 1 });
  expect(problems).toMatchObject([{ line: 3, column: 6 }]);
});

test("hydra#1948: a list value is told from a swept list", () => {
  const one = experimentOf(`dataset: moons\narchitecture: {hidden: [30, 30]}\neta: 1\nepochs: 1\n`);
  const two = experimentOf(`dataset: moons\narchitecture: {hidden: [[30], [30, 30]]}\neta: 1\nepochs: 1\n`);
  expect([one, two].map((experiment) => columnsOf(experiment).length)).toEqual([0, 1]);
});

test("ray#40318: no combination is repeated, and the file says which one was", () => {
  const text = `${BASE}eta: [1, 2]\nepochs: 1\nsweep:\n  include: [{name: again, eta: 2}]\n`;
  const { problems } = readExperiment(text, "a.yaml", { limit: 10 });
  expect(problems).toMatchObject([{ severity: "warning", line: 6, column: 13 }]);
  const ids = planTrials(experimentOf(text)).trials.map(({ id }) => id);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
});
