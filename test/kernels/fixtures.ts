import type { Dataset } from "../../src/data/dataset.ts";
import type { DatasetMemory } from "../../src/kernels/dataset-memory.ts";
import type { Capacity, Kernel, Session } from "../../src/kernels/kernel.ts";
import type { Layer, LayerParameters, Network } from "../../src/kernels/network.ts";
import type { Optimizer } from "../../src/kernels/optimizers/optimizer.ts";
import { reference } from "../../src/kernels/reference/reference.ts";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import type { Activation, Loss, OutputActivation } from "../../src/fields/configuration.ts";

export const kernels: readonly Kernel[] = [reference, simd];
export const activations: readonly Activation[] = [
  "sigmoid",
  "tanh",
  "relu",
  "leakyRelu",
  "elu",
  "gelu",
  "silu",
  "softplus",
  "identity",
];
/** Every pair that a spec may name. */
export const outputs: readonly (readonly [OutputActivation, Loss])[] = [
  ["sigmoid", "quadratic"],
  ["identity", "quadratic"],
  ["sigmoid", "mse"],
  ["identity", "mse"],
  ["identity", "huber"],
  ["identity", "hinge"],
  ["softmax", "crossEntropy"],
  ["sigmoid", "binaryCrossEntropy"],
];

/** Every pair that a spec may name for numbers to predict; targets of binaryCrossEntropy lie between 0 and 1. */
export const numberOutputs: readonly (readonly [OutputActivation, Loss])[] = outputs.filter(([, loss]) => {
  return loss !== "hinge" && loss !== "crossEntropy";
});

/** What a random problem looks like; everything else follows from the seed. */
export interface Shape {
  readonly features: number;
  readonly hidden: readonly number[];
  /** How many outputs there are. */
  readonly classes: number;
  /** What the outputs answer; `classes` unless given. */
  readonly target?: Dataset["target"]["kind"];
  readonly examples: number;
  readonly inputs: "bytes" | "floats";
  /** Share of the inputs that are not zero; every tenth example is all zero. */
  readonly density: number;
  readonly activation: Activation;
  readonly output: OutputActivation;
  readonly loss: Loss;
  readonly optimizer?: Optimizer;
  /** Share of the hidden units that examples do without; 0 unless given. */
  readonly dropout?: number;
  readonly labelSmoothing?: number;
  readonly classWeights?: readonly number[];
  /** Standard deviation of the weights, times the square root of the fan-in. */
  readonly scale: number;
  readonly seed: number;
}

/** A network that a test changes in one respect. */
export const small: Shape = {
  features: 13,
  hidden: [7],
  classes: 5,
  examples: 31,
  inputs: "bytes",
  density: 0.3,
  activation: "sigmoid",
  output: "sigmoid",
  loss: "quadratic",
  scale: 1,
  seed: 1,
};

export interface Problem {
  readonly dataset: Dataset;
  readonly network: Network;
  readonly parameters: readonly LayerParameters[];
}

/** Returns a data set, a network and its parameters. */
export function makeProblem(shape: Shape): Problem {
  const random = randomNumbers(shape.seed);
  const network = makeNetwork(shape);
  return {
    dataset: makeDataset(shape, random),
    network,
    parameters: makeParameters(network, shape.scale, random),
  };
}

/**
 * Opens a session of `kernel` on a memory of its own, with the problem's parameters.
 * @param adapt What to make of the placed data set.
 */
export function openSession(
  kernel: Kernel,
  problem: Problem,
  capacity: Partial<Capacity> = {},
  adapt: (data: DatasetMemory) => DatasetMemory = (data) => data,
): Session {
  const { dataset, network, parameters } = problem;
  const examples = dataset.inputs.length / dataset.features;
  const full = { order: examples, batches: examples, ...capacity };
  const bytes = kernel.regionBytes(network, full);
  const data = adapt(placeDataset(dataset, bytes));
  const session = kernel.open(data, { offset: data.end, bytes }, network, full);
  session.setParameters(parameters);
  return session;
}

/** Returns 0, 1, ... examples - 1. */
export function allRows({ dataset }: Problem): Uint32Array {
  return dataset.parts.train.slice();
}

/** Returns the bits of the values, every NaN as one and the same. */
export function bitsOf(values: Float32Array): Uint32Array {
  return new Uint32Array(values.map((value) => (Number.isNaN(value) ? NaN : value)).buffer);
}

/** Returns numbers in [0, 1) that depend on the seed alone (Marsaglia's xorshift32). */
export function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

function makeNetwork(shape: Shape): Network {
  const { features, hidden, classes, activation, output, loss, optimizer, dropout: rate = 0 } = shape;
  const widths = [features, ...hidden, classes];
  const layers = widths.slice(1).map((units, l): Layer => {
    return { fanIn: widths[l]!, units, activation: l === hidden.length ? output : activation };
  });
  const dropout = { rate, key: [12, 34] } as const;
  const { labelSmoothing, classWeights } = shape;
  return {
    layers,
    loss,
    ...(labelSmoothing && { labelSmoothing }),
    ...(classWeights && { classWeights }),
    ...(optimizer && { optimizer }),
    ...(rate > 0 && { dropout }),
  };
}

function makeDataset(shape: Shape, random: () => number): Dataset {
  const { features, classes, examples, inputs, density, loss, target: kind = "classes" } = shape;
  const values =
    inputs === "bytes" ? new Uint8Array(examples * features) : new Float32Array(examples * features);
  for (let i = 0; i < values.length; i++) {
    const isZero = Math.floor(i / features) % 10 === 9 || random() >= density;
    if (!isZero) values[i] = inputs === "bytes" ? 1 + Math.floor(255 * random()) : 4 * random() - 2;
  }
  const parts = {
    train: Uint32Array.from({ length: examples }, (_, row) => row),
    validation: new Uint32Array(),
    test: new Uint32Array(),
  };
  const sizes = { train: examples, validation: 0, test: 0 };
  const common = { inputs: values, features, target: { kind, count: classes }, parts, sizes };
  if (kind === "classes")
    return { ...common, labels: Uint8Array.from({ length: examples }, () => Math.floor(random() * classes)) };
  const draw = loss === "binaryCrossEntropy" ? probability : (u: number): number => 6 * u - 3;
  return { ...common, targets: Float32Array.from({ length: examples * classes }, () => draw(random())) };
}

/** A third of the probabilities are 0, a third 1. */
function probability(u: number): number {
  return Math.min(1, Math.max(0, 3 * u - 1));
}

function makeParameters({ layers }: Network, scale: number, random: () => number): LayerParameters[] {
  return layers.map(({ fanIn, units }) => {
    const spread = scale * Math.sqrt(12 / fanIn);
    const draw = (): number => spread * (random() - 0.5);
    return {
      weights: Float32Array.from({ length: fanIn * units }, draw),
      biases: Float32Array.from({ length: units }, draw),
    };
  });
}
