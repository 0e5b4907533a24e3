import type { DatasetMemory } from "../dataset-memory.ts";
import { DIRECT_BATCH } from "../kernel.ts";
import type { Layer, Network } from "../network.ts";
import { LANES, NETWORK_WORDS, type LayerLayout, type Layout } from "./layout.ts";

// The order of the enums in assembly/network.ts.
const ACTIVATIONS: readonly Layer["activation"][] = ["sigmoid", "tanh", "relu", "identity", "softmax"];
const LOSSES: readonly Network["loss"][] = ["quadratic", "mse", "crossEntropy", "binaryCrossEntropy"];

/** The words of `Network` in assembly/network.ts that change: views into the memory. */
export interface Totals {
  /** Sum of losses, f64 [1]. */
  readonly lossSum: Float64Array;
  /** Hits, u32 [1]. */
  readonly correct: Uint32Array;
}

/** Writes everything but the parameters that the WebAssembly module reads: the words of assembly/network.ts. */
export function describeNetwork(data: DatasetMemory, network: Network, layout: Layout): Totals {
  const { buffer } = data.memory;
  const words = [...networkWords(data, network, layout), ...layout.layers.flatMap(layerWords)];
  new Uint32Array(buffer, layout.network, words.length).set(words);
  new Float32Array(buffer, layout.one, 1)[0] = 1;
  new Uint32Array(buffer, layout.entryEnds, 1)[0] = layout.layers[0]!.inputs;
  return {
    lossSum: new Float64Array(buffer, layout.network, 1),
    correct: new Uint32Array(buffer, layout.network + 8, 1),
  };
}

function networkWords(data: DatasetMemory, { layers, loss }: Network, layout: Layout): number[] {
  const totals = [0, 0, 0, 0]; // lossSum (two words), correct, touched
  const firstLayer = layout.network + 4 * NETWORK_WORDS;
  const sizes = [layers.length, firstLayer, LOSSES.indexOf(loss), DIRECT_BATCH, data.features];
  const inputs = [data.inputsOffset, data.inputKind === "bytes" ? 1 : 0, data.blocksOffset ?? 0];
  const { z, max, sum, one, entryEnds } = layout;
  return [...totals, ...sizes, ...inputs, data.labelsOffset, z, max, sum, one, entryEnds];
}

function layerWords(layer: LayerLayout): number[] {
  const vectors = Math.ceil(layer.units / LANES);
  const sizes = [layer.fanIn, layer.units, vectors, layer.rowBytes, ACTIVATIONS.indexOf(layer.activation)];
  const parameters = [layer.weights, layer.biases, layer.transposed, layer.weightSums, layer.biasSums];
  return [...sizes, ...parameters, layer.inputs, layer.inputBytes, layer.activations, layer.errors];
}
