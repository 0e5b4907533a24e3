import { batchSteps } from "../../dist/kernels/batch-steps.js";
import { growMemory, partRows } from "../../dist/kernels/dataset-memory.js";
import { simd } from "../../dist/kernels/simd/simd.js";
import { writePermutation } from "../../dist/math/permutation.js";
import { initialParameters } from "../../dist/training/initial-parameters.js";

const KEY = [3, 4];
const ETA = 1;
/** Of optimizers that divide by the size of the gradient. */
const SMALL_ETA = 0.001;

/**
 * Opens a network of ours on a data set in shared memory, with a region of its own.
 * @param {import("../../dist/kernels/dataset-memory.js").DatasetMemory} data
 * @param {object} options
 * @param {number[]} options.hidden
 * @param {number | "full"} options.batch
 * @param {"quadratic" | "crossEntropy"} [options.loss] Sigmoid outputs with the first, softmax with the second.
 * @param {Partial<import("../../dist/kernels/network.js").Network>} [options.training] An optimizer, dropout.
 * @param {number} [options.examples] Examples of one pass, drawn from the training part; by default all of it.
 * @returns {{ examples: number, shuffle: () => void, train: () => void, evaluate: () => void }} `train` and `evaluate` pass
 *   over the examples in the order that `shuffle` drew last.
 */
export function openOurNetwork(
  data,
  { hidden, batch, loss = "quadratic", examples = data.sizes.train, training = {} },
) {
  const network = { ...describe([data.features, ...hidden, data.target.count], loss), ...training };
  const batchSize = batch === "full" ? examples : batch;
  const capacity = { order: examples, batches: Math.ceil(examples / batchSize) };
  const bytes = simd.regionBytes(network, capacity);
  const region = { offset: growMemory(data.memory, bytes), bytes };
  const session = simd.open(data, region, network, capacity);
  session.setParameters(initialParameters(network, "xavier", KEY));
  const rows = new Uint32Array(data.sizes.train);
  const order = rows.subarray(0, examples);
  const shuffle = shuffler(rows, partRows(data, "train"));
  shuffle();
  const etas = new Float64Array(capacity.batches).fill(training.optimizer?.epsilon ? SMALL_ETA : ETA);
  const steps = batchSteps(network, { etas, examples, batchSize, stepsBefore: 0 });
  const losses = new Float64Array(capacity.batches);
  return {
    examples,
    shuffle,
    train: () => session.train(order, batchSize, steps, losses),
    evaluate: () => session.evaluate(order),
  };
}

function describe(sizes, loss) {
  const output = loss === "quadratic" ? "sigmoid" : "softmax";
  const layers = sizes.slice(1).map((units, l) => {
    return { fanIn: sizes[l], units, activation: l === sizes.length - 2 ? output : "sigmoid" };
  });
  return { layers, loss };
}

/** Returns what fills `rows` with the rows of a part in a new random order. */
function shuffler(rows, part) {
  let epoch = 0;
  return () => {
    writePermutation(rows, KEY, epoch++);
    for (let i = 0; i < rows.length; i++) rows[i] = part[rows[i]];
  };
}
