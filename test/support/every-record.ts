const XOR = "dataset: xor, architecture: {hidden: [3]}, batchSize: full";
const DIGITS = "dataset: {name: digits, train: 30, validation: 10, test: 10}, architecture: {hidden: [4]}";
const TABLE = "name: csv, path: data/flowers.csv, missing: median, ignore: [flower, garden, weight]";

/** A kind of record: the spec that leaves two of it, and what they say. */
export interface RecordKind {
  readonly name: string;
  readonly spec: string;
  readonly status: "completed" | "stopped" | "diverged";
}

/** Every kind of record; experiments/data/flowers.csv of this repository lies beside the specs. */
export const EVERY_RECORD: readonly RecordKind[] = [
  { name: "completed", status: "completed", spec: `{${XOR}, eta: [1, 2], epochs: 3}` },
  { name: "validated", status: "completed", spec: `{${DIGITS}, eta: [0.1, 0.2], epochs: 2}` },
  {
    name: "shared-prefix",
    status: "completed",
    spec: `{${XOR}, eta: 1, epochs: [2, 5], run: {keep: all}}`,
  },
  {
    name: "every-metric",
    status: "completed",
    spec: `{${DIGITS}, eta: 0.3, epochs: [1, 2], metrics: [trainLoss, trainCost, trainAccuracy, f1, perClass, gradientNoise, layerGradients]}`,
  },
  {
    name: "deep",
    status: "completed",
    spec: `{dataset: moons, architecture: {hidden: [4, 3, 2]}, eta: [0.1, 1], epochs: 2}`,
  },
  {
    name: "no-hidden-layer",
    status: "completed",
    spec: `{dataset: blobs, architecture: {hidden: []}, eta: [0.1, 1], epochs: 2}`,
  },
  {
    name: "regression",
    status: "completed",
    spec: "{dataset: line, architecture: {hidden: [], output: identity}, loss: mse, eta: [0.01, 0.02], epochs: 3, metrics: [r2]}",
  },
  {
    name: "several-numbers",
    status: "completed",
    spec: `{dataset: {${TABLE.replace(", weight]", ", species]")}, targets: [petalLength, weight]}, architecture: {hidden: [3], output: identity}, loss: mse, eta: [0.01, 0.02], epochs: 2}`,
  },
  {
    name: "folds",
    status: "completed",
    spec: `{dataset: {${TABLE}, target: species, folds: 2}, architecture: {hidden: []}, eta: 0.1, epochs: 2}`,
  },
  {
    name: "stopped",
    status: "stopped",
    spec: `{${DIGITS}, eta: [0.1, 0.2], epochs: 9, earlyStopping: {metric: validationLoss, patience: 1, minDelta: 100}}`,
  },
  {
    name: "went-back",
    status: "stopped",
    spec: `{${DIGITS}, eta: [0.1, 0.2], epochs: 9, earlyStopping: {metric: validationLoss, patience: 2, minDelta: 100, restoreBest: true}}`,
  },
  {
    name: "reached",
    status: "stopped",
    spec: `{${XOR}, eta: [1, 2], epochs: 9, target: {metric: testLoss, value: 100}}`,
  },
  {
    name: "diverged",
    status: "diverged",
    spec: "{dataset: line, architecture: {hidden: [], output: identity}, loss: mse, eta: [1000, 2000], epochs: 9}",
  },
  {
    name: "descent",
    status: "completed",
    spec: "{kind: function, function: bowl, start: [1, 1], eta: [0.01, 0.02], steps: 4}",
  },
  {
    name: "descent-by-formula",
    status: "completed",
    spec: "{kind: function, function: {expression: v1^2 + v2^4 + v3^2}, start: [1, 1, 2], eta: [0.01, 0.02], optimizer: momentum, schedule: exponential, steps: 4}",
  },
  {
    name: "descent-arrived",
    status: "stopped",
    spec: "{kind: function, function: bowl, start: [1, 1], eta: [0.01, 0.02], steps: 9, tolerance: 100}",
  },
  {
    name: "descent-diverged",
    status: "diverged",
    spec: "{kind: function, function: bowl, start: [1, 1], eta: [10, 20], steps: 20}",
  },
];
