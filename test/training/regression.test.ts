import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { loadDataset } from "../../src/data/load-dataset.ts";
import { layersOf } from "../../src/training/checkpoint.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { largestEigenvalue, product, solve, transposed, type Matrix } from "../support/linear-algebra.ts";
import { experimentOf, trainOne } from "../support/train.ts";
import { NO_FILES } from "../support/no-files.ts";

const root = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");

/** Inputs with a column of ones [examples, features + 1], and targets [examples, outputs]: in float64. */
function designOf({ features, target, inputs, labels, targets, parts }: Dataset): { x: Matrix; y: Matrix } {
  const rows = [...parts.train];
  const x = rows.map((row) => [...inputs.subarray(row * features, (row + 1) * features), 1]);
  const { count } = target;
  const y = rows.map((row) => {
    return targets
      ? [...targets.subarray(row * count, (row + 1) * count)]
      : Array.from({ length: count }, (_, k) => (labels[row] === k ? 1 : 0));
  });
  return { x, y };
}

/** Returns weights and bias of each output [features + 1, classes] and the last loss of a network without hidden layer. */
async function train(yaml: string): Promise<{ found: Matrix; trainLoss: number; dataset: Dataset }> {
  const experiment = experimentOf(`${yaml}\nmetrics: [trainLoss]\nrun: {keep: last}`);
  const trial = planTrials(experiment).trials[0]!;
  const { record, models } = await trainOne(trial, experiment);
  const [{ weights, biases }] = layersOf(models[0]!.tensors) as [ReturnType<typeof layersOf>[number]];
  const features = weights.length / biases.length;
  const found = transposed(
    [...biases].map((bias, k) => [...weights.subarray(k * features, (k + 1) * features), bias]),
  );
  const dataset = await loadDataset(asNetwork(trial.configuration).dataset, NO_FILES);
  return { found, trainLoss: record.metrics["trainLoss"]!.at(-1)!, dataset };
}

function quadraticLoss(outputs: Matrix, targets: Matrix): number {
  const squares = outputs.flatMap((row, i) => row.map((a, k) => (a - targets[i]![k]!) ** 2));
  return squares.reduce((sum, square) => sum + square, 0) / 2 / outputs.length;
}

function expectClose(found: Matrix, expected: Matrix, digits: number): void {
  found.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(expected[i]![j]!, digits)));
}

describe("a network without hidden layer", () => {
  it.each([
    "{name: moons, samples: 200}",
    "{name: blobs, samples: 150}",
    "{name: spirals, samples: 100}",
    "line",
    "{name: line, samples: 60, features: 4, noise: 0.5}",
    "{name: sine, samples: 50}",
  ])("with identity outputs and the quadratic cost finds the least-squares solution of %s", async (data) => {
    const { found, trainLoss, dataset } = await train(
      `dataset: ${data}\narchitecture: {hidden: [], output: identity}\neta: 0.3\nbatchSize: full\nepochs: 400`,
    );
    const { x, y } = designOf(dataset);
    const normal = solve(product(transposed(x), x), product(transposed(x), y));
    expectClose(found, normal, 5);
    expect(trainLoss).toBeCloseTo(quadraticLoss(product(x, normal), y), 8);
  });

  it("with sigmoid outputs and cross-entropy finds the maximum of the likelihood, where its gradient vanishes", async () => {
    const { found, dataset } = await train(
      "dataset: {name: moons, samples: 200, noise: 0.3}\narchitecture: {hidden: []}\nloss: binaryCrossEntropy\neta: 3\nbatchSize: full\nepochs: 3000",
    );
    const { x, y } = designOf(dataset);
    expectClose(found, maximumLikelihood(x, y), 3);
  });
});

describe("experiments/linear-regression.yaml", () => {
  const rows: Record<string, string>[] = parse(read("results/linear-regression/trials.csv"), {
    columns: true,
  });

  it("ends at the loss of the normal equations below the limit 2/L, and diverges beyond it", async () => {
    const options = { name: "line", samples: 100, noise: 0.2, features: 1, seed: 0 };
    const { x, y } = designOf(await loadDataset(options, NO_FILES));
    const squares = product(transposed(x), x);
    const limit = (2 * x.length) / largestEigenvalue(squares);
    const normal = solve(squares, product(transposed(x), y));
    const least = quadraticLoss(product(x, normal), y);
    expect(limit).toBeCloseTo(1.9756, 4);
    for (const { eta, status, trainLoss } of rows) {
      if (Number(eta) > limit) expect(status).toBe("diverged");
      else if (Number(eta) >= 0.1) expect(Number(trainLoss)).toBeCloseTo(least, 6);
      else expect(Number(trainLoss)).toBeGreaterThan(least);
    }
  });
});

/** Newton's method, output by output: w += (X' S X)^-1 X' (y - a), S = diag(a (1 - a)). */
function maximumLikelihood(x: Matrix, y: Matrix): Matrix {
  const columns = transposed(y).map((targets) => {
    let w: Matrix = x[0]!.map(() => [0]);
    for (let step = 0; step < 20; step++) {
      const a = product(x, w).map(([z]) => 1 / (1 + Math.exp(-z!)));
      const curvature = product(
        transposed(x),
        x.map((row, i) => row.map((value) => value * a[i]! * (1 - a[i]!))),
      );
      const slope = product(
        transposed(x),
        targets.map((target, i) => [target - a[i]!]),
      );
      const move = solve(curvature, slope);
      w = w.map(([value], i) => [value! + move[i]![0]!]);
    }
    return w.map(([value]) => value!);
  });
  return transposed(columns);
}
