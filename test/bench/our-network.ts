import { batchSteps } from "../../src/kernels/batch-steps.ts";
import { growMemory, partRows, type DatasetMemory } from "../../src/kernels/dataset-memory.ts";
import type { Network } from "../../src/kernels/network.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import { writePermutation } from "../../src/math/permutation.ts";
import type { PhiloxKey } from "../../src/math/philox.ts";
import { initialize } from "../../src/training/initial-parameters.ts";

const KEY: PhiloxKey = [3, 4];
const ETA = 1;
/** Of optimizers that divide by the size of the gradient. */
const SMALL_ETA = 0.001;

export type Batch = number | "full";
export type MeasuredLoss = "quadratic" | "crossEntropy";

export interface NetworkOptions {
  readonly hidden: readonly number[];
  readonly batch: Batch;
  /** Sigmoid outputs with the first, softmax with the second. Default: quadratic. */
  readonly loss?: MeasuredLoss;
  /** An optimizer, dropout. */
  readonly training?: Partial<Network>;
  /** Examples of one pass, drawn from the training part; by default all of it. */
  readonly examples?: number;
}

/** A network of ours. `train` and `evaluate` pass over the examples in the order that `shuffle` drew last. */
export interface OurNetwork {
  readonly examples: number;
  shuffle(): void;
  train(): void;
  evaluate(): void;
}

/** Opens a network of ours on a data set in shared memory, with a region of its own. */
export function openOurNetwork(data: DatasetMemory, options: NetworkOptions): OurNetwork {
  const { hidden, batch, loss = "quadratic", training = {} } = options;
  const examples = Math.min(options.examples ?? Infinity, data.sizes.train);
  const network = { ...describe([data.features, ...hidden, data.target.count], loss), ...training };
  const batchSize = batch === "full" ? examples : batch;
  const capacity = { order: examples, batches: Math.ceil(examples / batchSize) };
  const bytes = simd.regionBytes(network, capacity);
  const region = { offset: growMemory(data.memory, bytes), bytes };
  const session = simd.open(data, region, network, capacity);
  initialize(session, network, "xavier", KEY);
  const rows = new Uint32Array(data.sizes.train);
  const order = rows.subarray(0, examples);
  const shuffle = shuffler(rows, partRows(data, "train"));
  shuffle();
  const divides = network.optimizer !== undefined && "epsilon" in network.optimizer;
  const etas = new Float64Array(capacity.batches).fill(divides ? SMALL_ETA : ETA);
  const steps = batchSteps(network, { etas, examples, batchSize, stepsBefore: 0 });
  const losses = new Float64Array(capacity.batches);
  return {
    examples,
    shuffle,
    train: () => session.train(order, batchSize, steps, losses),
    evaluate: () => void session.evaluate(order),
  };
}

function describe(sizes: readonly number[], loss: MeasuredLoss): Network {
  const output = loss === "quadratic" ? "sigmoid" : "softmax";
  const layers = sizes.slice(1).map((units, l) => {
    return { fanIn: sizes[l]!, units, activation: l === sizes.length - 2 ? output : "sigmoid" } as const;
  });
  return { layers, loss };
}

/** Returns what fills `rows` with the rows of a part in a new random order. */
function shuffler(rows: Uint32Array, part: Uint32Array): () => void {
  let epoch = 0;
  return () => {
    writePermutation(rows, KEY, epoch++);
    for (let i = 0; i < rows.length; i++) rows[i] = part[rows[i]!]!;
  };
}
