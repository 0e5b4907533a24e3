import type { DatasetMemory } from "../dataset-memory.ts";
import { DIRECT_BATCH } from "../kernel.ts";
import { dropoutThreshold } from "../dropout-threshold.ts";
import type { Dropout, Layer, Network } from "../network.ts";
import { softTargets } from "../soft-targets.ts";
import { shrinksByScale, type Optimizer } from "../optimizers/optimizer.ts";
import { LANES, NETWORK_WORDS, type LayerLayout, type Layout } from "./layout.ts";

// The order of the enums in assembly/network.ts and assembly/optimizer.ts.
const ACTIVATIONS: readonly Layer["activation"][] = [
  "sigmoid",
  "tanh",
  "relu",
  "identity",
  "softmax",
  "leakyRelu",
  "elu",
  "gelu",
  "silu",
  "softplus",
];
const LOSSES: readonly Network["loss"][] = [
  "quadratic",
  "mse",
  "crossEntropy",
  "binaryCrossEntropy",
  "huber",
  "hinge",
];
const RULES = ["shrink", "sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"];

/** The words of `Network` in assembly/network.ts that change: views into the memory. */
export interface Totals {
  /** Sum of losses, f64 [1]. */
  readonly lossSum: Float64Array;
  /** Hits, u32 [1]. */
  readonly correct: Uint32Array;
  /** The epoch whose masks dropout draws, u32 [1]. */
  readonly epoch: Uint32Array;
}

/** The words of `Dropout` in assembly/dropout.ts for the epochs before and at `epoch`. */
const EPOCH_WORD = 5;

/** Writes everything but the parameters that the WebAssembly module reads: the words of assembly/network.ts. */
export function describeNetwork(data: DatasetMemory, network: Network, layout: Layout): Totals {
  const { buffer } = data.memory;
  const words = [...networkWords(data, network, layout), ...layout.layers.flatMap(layerWords)];
  if (network.dropout) writeDropout(buffer, layout.dropout, network.dropout);
  if (network.classWeights) new Float32Array(buffer, layout.classWeights).set(network.classWeights);
  if (network.optimizer) writeOptimizer(buffer, layout.optimizer, network.optimizer);
  new Uint32Array(buffer, layout.network, words.length).set(words);
  new Float32Array(buffer, layout.scale, 1)[0] = 1;
  new Float64Array(buffer, layout.network, 2)[1] = 1;
  new Uint32Array(buffer, layout.entryEnds, 1)[0] = layout.layers[0]!.inputs;
  return {
    lossSum: new Float64Array(buffer, layout.network, 1),
    correct: new Uint32Array(buffer, layout.network + 16, 1),
    epoch: new Uint32Array(buffer, layout.dropout + 4 * EPOCH_WORD, 1),
  };
}

function networkWords(data: DatasetMemory, network: Network, layout: Layout): number[] {
  const { layers, loss, optimizer, dropout, classWeights } = network;
  const totals = [0, 0, 0, 0, 0, 0]; // lossSum and exactScale (two words each), correct, touched
  const firstLayer = layout.network + 4 * NETWORK_WORDS;
  const sizes = [layers.length, firstLayer, LOSSES.indexOf(loss), DIRECT_BATCH, data.features];
  const inputs = [data.inputsOffset, data.inputKind === "bytes" ? 1 : 0, data.blocksOffset ?? 0];
  const { z, max, sum, scale, entryEnds } = layout;
  const isClasses = data.target.kind === "classes";
  const buffers = [isClasses ? data.targetsOffset : 0, z, max, sum, scale, entryEnds];
  const options = [optimizer ? layout.optimizer : 0, dropout ? layout.dropout : 0];
  const { on, off } = softTargets(network);
  const targets = [
    ...new Uint32Array(Float32Array.of(on, off).buffer),
    classWeights ? layout.classWeights : 0,
    isClasses ? 0 : data.targetsOffset,
  ];
  return [...totals, ...sizes, ...inputs, ...buffers, ...options, ...targets];
}

function layerWords(layer: LayerLayout): number[] {
  const vectors = Math.ceil(layer.units / LANES);
  const sizes = [layer.fanIn, layer.units, vectors, layer.rowBytes, ACTIVATIONS.indexOf(layer.activation)];
  const parameters = [layer.weights, layer.biases, layer.transposed, layer.weightSums, layer.biasSums];
  const [first, second] = layer.states;
  const examples = [layer.inputs, layer.inputBytes, layer.activations, layer.errors, layer.derivatives];
  return [...sizes, ...parameters, ...examples, first?.weights ?? 0, second?.weights ?? 0];
}

function writeDropout(buffer: SharedArrayBuffer, offset: number, { rate, key }: Dropout): void {
  new Float32Array(buffer, offset, 1)[0] = 1 / (1 - rate);
  new Uint32Array(buffer, offset + 4, 4).set([dropoutThreshold(rate), ...key, 0]);
}

function writeOptimizer(buffer: SharedArrayBuffer, offset: number, optimizer: Optimizer): void {
  const { name, beta1 = 0, beta2 = 0, epsilon = 0 } = optimizer;
  const { l2 = 0, l1 = 0, clipNorm = 0, maxNorm = 0 } = optimizer;
  const rule = shrinksByScale(optimizer) ? 0 : RULES.indexOf(name === "adamw" ? "adam" : name);
  new Uint32Array(buffer, offset, 1)[0] = rule;
  const numbers = [beta1, 1 - beta1, beta2, 1 - beta2, epsilon, l2, l1, clipNorm, maxNorm];
  new Float32Array(buffer, offset + 4, numbers.length).set(numbers);
}
