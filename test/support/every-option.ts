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

/**
 * Forty tiny specs that cover every option of training; the periods of the lists differ, so that options meet in many combinations.
 */
export const EVERY_OPTION: readonly string[] = Array.from({ length: 40 }, (_, i) => {
  const pick = (list: readonly string[]): string => list[i % list.length]!;
  const [loss, output] = pick(LOSSES).split(" ");
  const large = i === 39 ? "{name: blobs, samples: 300}" : pick(DATA);
  return `{dataset: ${large}, architecture: {hidden: ${pick(HIDDEN)}, activation: ${ACTIVATIONS[(i >> 1) % 4]}, output: ${output}, init: ${INITS[(i >> 2) % 4]}}, loss: ${loss}, eta: ${pick(ETAS)}, batchSize: ${i === 39 ? "full" : BATCHES[(i >> 1) % 4]}, epochs: 3, replicates: {count: 2, baseSeed: ${i % 3}}, metrics: [trainLoss], run: {keep: last}}`;
});
