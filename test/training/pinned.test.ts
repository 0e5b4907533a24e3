import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { TRAINER_VERSION } from "../../src/trials/trainer-version.ts";
import { trainAll } from "../support/train.ts";

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

/** Forty specs; the periods of the lists differ, so that options meet in many combinations. */
const SPECS = Array.from({ length: 40 }, (_, i) => {
  const pick = (list: readonly string[]): string => list[i % list.length]!;
  const [loss, output] = pick(LOSSES).split(" ");
  const large = i === 39 ? "{name: blobs, samples: 300}" : pick(DATA);
  return `{dataset: ${large}, architecture: {hidden: ${pick(HIDDEN)}, activation: ${ACTIVATIONS[(i >> 1) % 4]}, output: ${output}, init: ${INITS[(i >> 2) % 4]}}, loss: ${loss}, eta: ${pick(ETAS)}, batchSize: ${i === 39 ? "full" : BATCHES[(i >> 1) % 4]}, epochs: 3, replicates: {count: 2, baseSeed: ${i % 3}}, metrics: [trainLoss], run: {keep: last}}`;
});

// The snapshots are the table of bits for each trainerVersion. Changed bits need a raised version: then new entries
// are written, and old ones stay as they were.
describe(`the trainer's bits, version ${TRAINER_VERSION}`, () => {
  it.each(SPECS)("%s", async (spec) => {
    expect(await hashOf(spec)).toMatchSnapshot();
  });
});

/** SHA-256 over ids, statuses, metrics and final weights. */
async function hashOf(spec: string): Promise<string> {
  const hash = createHash("sha256");
  for (const { record, models } of await trainAll(spec)) {
    hash.update(JSON.stringify([record.id, record.status, record.metrics]));
    for (const { layers } of models) {
      for (const { weights, biases } of layers)
        for (const values of [weights, biases]) hash.update(new Uint8Array(values.buffer));
    }
  }
  return hash.digest("hex");
}
