import { stepLength } from "../batch-steps.ts";
import { align } from "../dataset-memory.ts";
import { DIRECT_BATCH, type Capacity } from "../kernel.ts";
import type { Layer, Network } from "../network.ts";
import { keepsDerivatives } from "../keeps-derivatives.ts";
import { ruleOf } from "../optimizers/rule-of.ts";

/** f32 values in one vector. */
export const LANES = 4;
/** Words of `Network` and of `Layer` in assembly/network.ts. */
export const NETWORK_WORDS = 26;
export const LAYER_WORDS = 17;
/** Words of `Optimizer` in assembly/optimizer.ts. */
const OPTIMIZER_WORDS = 10;
/** Words of `Dropout` in assembly/dropout.ts. */
const DROPOUT_WORDS = 8;
/** Bytes of four inputs in a list, see assembly/entries.ts. */
const ENTRIES_BYTES = 32;
const CACHE_LINE = 64;

/** Where a session's buffers lie: byte offsets into the memory. */
export interface Layout {
  /** The words that describe everything below to the WebAssembly module. */
  readonly network: number;
  readonly layers: readonly LayerLayout[];
  /** Weighted inputs of the last layer, [DIRECT_BATCH, units]. */
  readonly z: number;
  /** f32 [DIRECT_BATCH] each. */
  readonly max: number;
  readonly sum: number;
  /** f32 [1]. */
  readonly scale: number;
  /** u32 [DIRECT_BATCH + 1]. */
  readonly entryEnds: number;
  /** The words that describe the optimizer. */
  readonly optimizer: number;
  /** The words that describe dropout. */
  readonly dropout: number;
  /** f32 [classes]. */
  readonly classWeights: number;
  /** Arguments of the calls: u32 [rows], f32 [batches, stepLength], f64 [batches]. */
  readonly rows: number;
  readonly steps: number;
  readonly losses: number;
  /** How many rows fit `rows`, and batches `steps` and `losses`. */
  readonly rowCapacity: number;
  readonly batchCapacity: number;
  /** First byte behind. */
  readonly end: number;
}

/** One layer's buffers; a row of units or inputs takes `rowBytes` or `inputBytes`, padded with zeros. */
export interface LayerLayout extends Layer {
  readonly rowBytes: number;
  /** [fanIn rounded up to LANES, units]: transposed against LayerParameters. */
  readonly weights: number;
  /** One more row behind the weights. */
  readonly biases: number;
  /** [units rounded up to LANES, fanIn]; empty in the first layer. */
  readonly transposed: number;
  readonly weightSums: number;
  readonly biasSums: number;
  /** [DIRECT_BATCH, fanIn]: the layer before's activations. In the first layer f32 inputs, or their entries. */
  readonly inputs: number;
  readonly inputBytes: number;
  /** [DIRECT_BATCH, units]. */
  readonly activations: number;
  readonly errors: number;
  /** 0 in layers that keep none. */
  readonly derivatives: number;
  /** What the optimizer carries from step to step, at most two, each like weights and biases together. */
  readonly states: readonly { readonly weights: number; readonly biases: number }[];
}

/** Lays a session's buffers out from byte `start` on, each at a cache line. */
export function layOut(network: Network, capacity: Capacity, start: number): Layout {
  const rowCapacity = Math.max(capacity.order, DIRECT_BATCH);
  const { layers, optimizer } = network;
  let end = align(start);
  return {
    network: take(4 * (NETWORK_WORDS + LAYER_WORDS * layers.length)),
    layers: layOutLayers(network, take),
    z: take(DIRECT_BATCH * rowBytesOf(layers.at(-1)!.units)),
    max: take(4 * DIRECT_BATCH),
    sum: take(4 * DIRECT_BATCH),
    scale: take(4),
    entryEnds: take(4 * (DIRECT_BATCH + 1)),
    optimizer: take(optimizer ? 4 * OPTIMIZER_WORDS : 0),
    dropout: take(4 * DROPOUT_WORDS),
    classWeights: take(4 * layers.at(-1)!.units),
    rows: take(4 * rowCapacity),
    steps: take(4 * stepLength(network) * capacity.batches),
    losses: take(8 * capacity.batches),
    rowCapacity,
    batchCapacity: capacity.batches,
    end,
  };

  function take(bytes: number): number {
    const offset = end;
    end = align(end + bytes);
    return offset;
  }
}

function layOutLayers(network: Network, take: (bytes: number) => number): LayerLayout[] {
  const { layers, optimizer } = network;
  const { fanIn } = layers[0]!;
  const stateCount = optimizer ? ruleOf(optimizer.name).state.length : 0;
  let inputBytes = rowBytesOf(fanIn);
  let inputs = take(DIRECT_BATCH * Math.max(inputBytes, ENTRIES_BYTES * Math.ceil(fanIn / LANES)));
  return layers.map((layer, l) => {
    const options = {
      transposedRowBytes: l === 0 ? 0 : inputBytes,
      stateCount,
      hasDerivatives: keepsDerivatives(network, l),
    };
    const buffers = layOutLayer(layer, options, take);
    const laidOut = { ...buffers, inputs, inputBytes };
    inputs = buffers.activations;
    inputBytes = buffers.rowBytes;
    return laidOut;
  });
}

/** What a layer's buffers depend on beside its sizes. */
interface LayerOptions {
  readonly transposedRowBytes: number;
  readonly stateCount: number;
  readonly hasDerivatives: boolean;
}

function layOutLayer(
  layer: Layer,
  { transposedRowBytes, stateCount, hasDerivatives }: LayerOptions,
  take: (bytes: number) => number,
): Omit<LayerLayout, "inputs" | "inputBytes"> {
  const rowBytes = rowBytesOf(layer.units);
  const matrix = roundUp(layer.fanIn, LANES) * rowBytes;
  const parameters = takeParameters();
  const transposed = take(roundUp(layer.units, LANES) * transposedRowBytes);
  const sums = takeParameters();
  return {
    ...layer,
    rowBytes,
    ...parameters,
    transposed,
    weightSums: sums.weights,
    biasSums: sums.biases,
    activations: take(DIRECT_BATCH * rowBytes),
    errors: take(DIRECT_BATCH * rowBytes),
    derivatives: hasDerivatives ? take(DIRECT_BATCH * rowBytes) : 0,
    states: Array.from({ length: stateCount }, takeParameters),
  };

  function takeParameters(): { weights: number; biases: number } {
    const weights = take(matrix + rowBytes);
    return { weights, biases: weights + matrix };
  }
}

/**
 * Long rows take an odd number of cache lines: a multiple of 2^k bytes would send the values of a column to the
 * same few places of the CPU's cache.
 */
function rowBytesOf(count: number): number {
  const bytes = 4 * roundUp(count, LANES);
  return bytes <= 4 * CACHE_LINE ? bytes : align(bytes) | CACHE_LINE;
}

function roundUp(count: number, unit: number): number {
  return Math.ceil(count / unit) * unit;
}
