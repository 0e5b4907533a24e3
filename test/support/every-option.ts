const DATA = [
  "{name: digits, train: 40, validation: 10, test: 10}",
  "{name: digits, train: 30, validation: 0, test: 10, seed: 3}",
  "xor",
  "{name: xor, samples: 20, noise: 0.2}",
  "{name: moons, samples: 30, noise: 0.3, seed: 1}",
  "{name: spirals, samples: 30, classes: 3}",
  "{name: blobs, samples: 30, classes: 5}",
];
const LOSSES = [
  "quadratic sigmoid",
  "quadratic identity",
  "mse sigmoid",
  "mse identity",
  "crossEntropy softmax",
  "binaryCrossEntropy sigmoid",
];
const HIDDEN = ["[]", "[1]", "[5]", "[4, 3]", "[2, 7, 5]"];
const ACTIVATIONS = ["sigmoid", "tanh", "relu", "identity"];
const INITS = ["scaled", "normal", "xavier", "he"];
const BATCHES = ["1", "3", "4", "full"];
const ETAS = ["0.1", "0.7", "2.5"];

/** Forty tiny specs; the periods of the lists differ, so that options meet in many combinations. */
const PLAIN_SPECS = Array.from({ length: 40 }, (_, i) => {
  const pick = (list: readonly string[]): string => list[i % list.length]!;
  const [loss, output] = pick(LOSSES).split(" ");
  const large = i === 39 ? "{name: blobs, samples: 300}" : pick(DATA);
  return `{dataset: ${large}, architecture: {hidden: ${pick(HIDDEN)}, activation: ${ACTIVATIONS[(i >> 1) % 4]}, output: ${output}, init: ${INITS[(i >> 2) % 4]}}, loss: ${loss}, eta: ${pick(ETAS)}, batchSize: ${i === 39 ? "full" : BATCHES[(i >> 1) % 4]}, epochs: 3, replicates: {count: 2, baseSeed: ${i % 3}}, metrics: [trainLoss], run: {keep: last}}`;
});

const OPTIMIZERS = [
  "{name: sgd, l2: 0.3}",
  "{name: sgd, l2: 0.1, l1: 0.05, clipNorm: 0.5, maxNorm: 1}",
  "momentum",
  "{name: momentum, momentum: 0.5, l2: 0.2}",
  "{name: nesterov, l1: 0.1}",
  "{name: adagrad, clipNorm: 0.2}",
  "{name: rmsprop, maxNorm: 0.7}",
  "adam",
  "{name: adam, beta1: 0.8, beta2: 0.99, epsilon: 0.001, l2: 0.1}",
  "{name: adamw, weightDecay: 0.2}",
];

/** The first data set has blocks without zeros, the last batches of the second are above DIRECT_BATCH. */
const OPTIMIZED_SPECS = OPTIMIZERS.flatMap((optimizer, i) =>
  [
    "{name: digits, train: 40, validation: 10, test: 10}, batchSize: 7",
    "{name: blobs, samples: 150}, batchSize: full",
  ].map(
    (data) =>
      `{dataset: ${data}, architecture: {hidden: [6], activation: ${ACTIVATIONS[i % 4]}}, eta: 0.02, optimizer: ${optimizer}, epochs: 3, metrics: [trainCost], run: {keep: last}}`,
  ),
);

const SCHEDULES = [
  "{name: step, every: 2, factor: 0.1}",
  "exponential",
  "{name: inverse, decay: 2}",
  "cosine",
  "{name: warmup, warmup: 2}",
  "oneCycle",
  "{name: plateau, patience: 1}",
];
const FURTHER = ["leakyRelu", "elu", "gelu", "silu", "softplus", "sigmoid", "tanh"];
const FURTHER_LOSSES = ["huber", "hinge"];

const SCHEDULED_SPECS = SCHEDULES.map((schedule, i) => {
  const { length } = FURTHER_LOSSES;
  return `{dataset: {name: digits, train: 40, validation: 10, test: 10}, batchSize: 7, architecture: {hidden: [6, 5], activation: ${FURTHER[i]}, output: identity, dropout: ${i % 3 === 0 ? 0 : 0.3}}, loss: ${FURTHER_LOSSES[i % length]}, eta: 0.1, schedule: ${schedule}, epochs: 4, run: {keep: last}}`;
});

const STOPS = [
  "earlyStopping: {metric: runningLoss, patience: 1, minDelta: 0.02}",
  "earlyStopping: {patience: 1, minDelta: 0.05, restoreBest: true}",
  "target: {metric: runningLoss, value: 0.4}",
];

const STOPPED_SPECS = STOPS.map((stop) => {
  return `{dataset: {name: digits, train: 40, validation: 10, test: 10}, architecture: {hidden: [6]}, eta: 1, epochs: 6, ${stop}, run: {keep: last}}`;
});

const TARGETS = [
  "loss: crossEntropy, labelSmoothing: 0.1, classWeights: balanced",
  "loss: binaryCrossEntropy, labelSmoothing: 0.3, optimizer: adam",
  "loss: quadratic, classWeights: [1, 2, 0.5, 1, 1, 1, 1, 1, 1, 3]",
  "loss: quadratic, schedule: {name: plateau, patience: 1, metric: validationAccuracy}",
];

const WEIGHTED_SPECS = TARGETS.map((target, i) => {
  return `{dataset: {name: digits, train: 40, validation: 10, test: 10}, architecture: {hidden: [6], output: ${i === 0 ? "softmax" : "sigmoid"}}, eta: 0.3, epochs: 4, ${target}, run: {keep: last}}`;
});

const NUMBERS = [
  "dataset: {name: line, samples: 30, features: 3}, loss: mse, optimizer: adam",
  "dataset: {name: sine, samples: 30, noise: 0.1}, loss: huber, batchSize: full",
  "dataset: {name: sine, samples: 200, seed: 2}, loss: quadratic, batchSize: full, optimizer: {name: sgd, l2: 0.1}",
];

const NUMBER_SPECS = [
  ...NUMBERS.map(
    (data) =>
      `{architecture: {hidden: [5], output: identity}, eta: 0.05, epochs: 4, ${data}, run: {keep: last}}`,
  ),
  "{dataset: point, architecture: {hidden: [], init: 2}, loss: binaryCrossEntropy, eta: 0.15, epochs: 4, run: {keep: last}}",
];

/** Tiny specs that cover every option of training. */
export const EVERY_OPTION: readonly string[] = [
  ...PLAIN_SPECS,
  ...OPTIMIZED_SPECS,
  ...SCHEDULED_SPECS,
  ...STOPPED_SPECS,
  ...WEIGHTED_SPECS,
  ...NUMBER_SPECS,
];
