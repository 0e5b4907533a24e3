import type { Dataset } from "../../data/dataset.ts";
import { batchSteps } from "../batch-steps.ts";
import { DIRECT_BATCH, type Kernel } from "../kernel.ts";
import type { Network } from "../network.ts";
import { placeDataset } from "../simd/place-dataset.ts";
import { simd } from "../simd/simd.ts";

/** More than a small batch and no multiple of a vector, so that every way of stepping is taken. */
const EXAMPLES = DIRECT_BATCH + 13;
const FEATURES = 19;
const CLASSES = 5;
const NETWORKS: readonly Network[] = [
  { layers: layersOf(33, "sigmoid", "sigmoid"), loss: "quadratic" },
  {
    layers: layersOf(21, "relu", "softmax"),
    loss: "crossEntropy",
    optimizer: { name: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  },
  {
    layers: layersOf(17, "tanh", "sigmoid"),
    loss: "binaryCrossEntropy",
    optimizer: { name: "sgd", l2: 0.01 },
  },
];

/** Whether a kernel trains a few tiny networks to the bits of `simd`. Takes milliseconds. */
export function hasBitsOfSimd(kernel: Kernel): boolean {
  return NETWORKS.every((network) =>
    [10, EXAMPLES].every((batchSize) => {
      const expected = trained(simd, network, batchSize);
      return trained(kernel, network, batchSize).every((value, i) => Object.is(value, expected[i]));
    }),
  );
}

/** Returns the losses, the parameters and the evaluation after an epoch. */
function trained(kernel: Kernel, network: Network, batchSize: number): number[] {
  const capacity = { order: EXAMPLES, batches: EXAMPLES };
  const bytes = kernel.regionBytes(network, capacity);
  const data = placeDataset(tinyDataset(), bytes);
  const session = kernel.open(data, { offset: data.end, bytes }, network, capacity);
  session.drawParameters(
    network.layers.map(() => ({ weights: 0.5, biases: 0.5 })),
    [1, 2],
  );
  const order = Uint32Array.from({ length: EXAMPLES }, (_, i) => i);
  const etas = new Float64Array(Math.ceil(EXAMPLES / batchSize)).fill(0.1);
  const losses = new Float64Array(etas.length);
  const steps = batchSteps(network, { etas, examples: EXAMPLES, batchSize, stepsBefore: 0 });
  session.train(order, batchSize, steps, losses);
  const { lossSum, correct } = session.evaluate(order);
  const layers = session.parameters().flatMap(({ weights, biases }) => [...weights, ...biases]);
  return [...losses, ...layers, lossSum, correct];
}

/** Half of the inputs are zero. */
function tinyDataset(): Dataset {
  const inputs = Uint8Array.from({ length: EXAMPLES * FEATURES }, (_, i) =>
    (i * 37) % 4 < 2 ? 0 : (i * 91) % 256,
  );
  const rows = Uint32Array.from({ length: EXAMPLES }, (_, i) => i);
  return {
    inputs,
    features: FEATURES,
    target: { kind: "classes", count: CLASSES },
    labels: Uint8Array.from(rows, (i) => i % CLASSES),
    sizes: { train: EXAMPLES, validation: 0, test: 0 },
    parts: { train: rows, validation: new Uint32Array(), test: new Uint32Array() },
  };
}

function layersOf(
  units: number,
  activation: Network["layers"][number]["activation"],
  output: Network["layers"][number]["activation"],
): Network["layers"] {
  return [
    { fanIn: FEATURES, units, activation },
    { fanIn: units, units: CLASSES, activation: output },
  ];
}
