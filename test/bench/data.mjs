import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadDataset } from "../../dist/data/load-dataset.js";
import { philox } from "../../dist/math/philox.js";

const MNIST = { name: "mnist", train: 60_000, validation: 0, test: 10_000 };
const DIGITS = { name: "digits", train: 12_000, validation: 2000, test: 2000, seed: 0 };
const NOISE_EXAMPLES = 12_000;
const FEATURES = 784;
const CLASSES = 10;

const dataDir = process.env.GRIDIENT_DATA_DIR || undefined;

/** Whether GRIDIENT_DATA_DIR has real MNIST. */
export const hasMnist = dataDir !== undefined && existsSync(join(dataDir, "mnist"));

/** Returns real MNIST where it is, else the built-in digits. */
export function loadImages() {
  return load(hasMnist ? MNIST : DIGITS);
}

async function load(options) {
  return { name: options.name, ...(await loadDataset(options, { dataDir, cacheDir: "no cache" })) };
}

/** Returns images of the same size without a single zero: what a kernel that skips zeros gains nothing from. */
export function makeNoise() {
  const words = new Uint32Array(4);
  const random = (i) => {
    philox([1, 2], i, 0, 0, 0, words);
    return words[0];
  };
  return {
    name: "noise",
    features: FEATURES,
    classes: CLASSES,
    sizes: { train: NOISE_EXAMPLES, validation: 0, test: 0 },
    inputs: Uint8Array.from({ length: NOISE_EXAMPLES * FEATURES }, (_, i) => 1 + (random(i) % 255)),
    labels: Uint8Array.from({ length: NOISE_EXAMPLES }, (_, i) => i % CLASSES),
    parts: {
      train: Uint32Array.from({ length: NOISE_EXAMPLES }, (_, i) => i),
      validation: new Uint32Array(0),
      test: new Uint32Array(0),
    },
  };
}

/** Returns the share of a data set's training inputs that are not zero. */
export function densityOf({ inputs, sizes, features }) {
  const values = inputs.subarray(0, sizes.train * features);
  return values.reduce((count, value) => count + (value === 0 ? 0 : 1), 0) / values.length;
}
