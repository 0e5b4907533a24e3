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

/**
 * Writes everything but the parameters that the WebAssembly module reads: the words of assembly/network.ts, and the
 * table of the bytes' values.
 */
export function describeNetwork(data: DatasetMemory, network: Network, layout: Layout): Totals {
  const { buffer } = data.memory;
  const words = [...networkWords(data, network, layout), ...layout.layers.flatMap(layerWords)];
  new Uint32Array(buffer, layout.network, words.length).set(words);
  new Float32Array(buffer, layout.byteValues, 256).set(Array.from({ length: 256 }, (_, v) => v / 255));
  for (const { entries, entryEnds } of layout.layers) new Uint32Array(buffer, entryEnds, 1)[0] = entries;
  return {
    lossSum: new Float64Array(buffer, layout.network, 1),
    correct: new Uint32Array(buffer, layout.network + 16, 1),
  };
}

function networkWords(data: DatasetMemory, { layers, loss }: Network, layout: Layout): number[] {
  const totals = [0, 0, 0, 0, 0, 0]; // lossSum (two words), max, sum, correct, touched
  const firstLayer = layout.network + 4 * NETWORK_WORDS;
  const sizes = [layers.length, firstLayer, LOSSES.indexOf(loss), DIRECT_BATCH, data.features];
  const inputs = [data.inputsOffset, data.inputKind === "bytes" ? 1 : 0, data.labelsOffset];
  return [...totals, ...sizes, ...inputs, layout.byteValues, layout.z, layout.errorEntries];
}

function layerWords(layer: LayerLayout): number[] {
  const sizes = [layer.fanIn, layer.units, layer.lanes / LANES, ACTIVATIONS.indexOf(layer.activation)];
  const parameters = [layer.weights, layer.biases, layer.transposed, layer.weightSums, layer.biasSums];
  return [...sizes, ...parameters, layer.activations, layer.errors, layer.entryEnds];
}
