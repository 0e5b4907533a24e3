import { align } from "../dataset-memory.ts";
import { DIRECT_BATCH, type Capacity } from "../kernel.ts";
import type { Layer, Network } from "../network.ts";

/** f32 values in one vector. */
export const LANES = 4;
/** Words of `Network` and of `Layer` in assembly/network.ts. */
export const NETWORK_WORDS = 17;
export const LAYER_WORDS = 12;
/** Bytes of an entry, see assembly/entries.ts. */
const ENTRY_BYTES = 8;

/** Where a session's buffers lie: byte offsets into the memory. */
export interface Layout {
  /** The words that describe everything below to the WebAssembly module. */
  readonly network: number;
  readonly layers: readonly LayerLayout[];
  /** f32 of each byte, [256]. */
  readonly byteValues: number;
  /** Weighted inputs of one layer and example. */
  readonly z: number;
  /** Entries of one example's errors. */
  readonly errorEntries: number;
  /** Arguments of the calls: u32 [rows], f32 [batches], f64 [batches]. */
  readonly rows: number;
  readonly steps: number;
  readonly losses: number;
  /** How many rows fit `rows`, and batches `steps` and `losses`. */
  readonly rowCapacity: number;
  readonly batchCapacity: number;
  /** First byte behind. */
  readonly end: number;
}

/** One layer's buffers. A row of units or inputs is padded with zeros to whole vectors. */
export interface LayerLayout extends Layer {
  /** Lanes of a row of units: a multiple of LANES. */
  readonly lanes: number;
  /** [fanIn rounded up to LANES, lanes]: transposed against LayerParameters. */
  readonly weights: number;
  readonly biases: number;
  /** [lanes, fanIn rounded up to LANES]; empty in the first layer. */
  readonly transposed: number;
  readonly weightSums: number;
  readonly biasSums: number;
  /** [DIRECT_BATCH, lanes]. */
  readonly activations: number;
  readonly errors: number;
  /** [DIRECT_BATCH * fanIn + 1] and [DIRECT_BATCH + 1]. */
  readonly entries: number;
  readonly entryEnds: number;
}

/** Lays a session's buffers out from byte `start` on, each at a cache line. */
export function layOut({ layers }: Network, capacity: Capacity, start: number): Layout {
  const rowCapacity = Math.max(capacity.order, DIRECT_BATCH);
  const widest = Math.max(...layers.map(({ units }) => lanesOf(units)));
  let end = align(start);
  return {
    network: take(NETWORK_WORDS + LAYER_WORDS * layers.length),
    layers: layers.map((layer, index) => layOutLayer(layer, index === 0, take)),
    byteValues: take(256),
    z: take(widest),
    errorEntries: take((widest + 1) * (ENTRY_BYTES / 4)),
    rows: take(rowCapacity),
    steps: take(capacity.batches),
    losses: take(2 * capacity.batches),
    rowCapacity,
    batchCapacity: capacity.batches,
    end,
  };

  function take(words: number): number {
    const offset = end;
    end = align(end + 4 * words);
    return offset;
  }
}

function layOutLayer(layer: Layer, isFirst: boolean, take: (words: number) => number): LayerLayout {
  const lanes = lanesOf(layer.units);
  const matrix = lanesOf(layer.fanIn) * lanes;
  return {
    ...layer,
    lanes,
    weights: take(matrix),
    biases: take(lanes),
    transposed: take(isFirst ? 0 : matrix),
    weightSums: take(matrix),
    biasSums: take(lanes),
    activations: take(DIRECT_BATCH * lanes),
    errors: take(DIRECT_BATCH * lanes),
    entries: take((DIRECT_BATCH * layer.fanIn + 1) * (ENTRY_BYTES / 4)),
    entryEnds: take(DIRECT_BATCH + 1),
  };
}

function lanesOf(count: number): number {
  return Math.ceil(count / LANES) * LANES;
}
