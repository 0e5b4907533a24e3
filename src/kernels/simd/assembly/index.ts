/** The calls of session.ts. All take a session's region, see network.ts; rows are lists of u32. */
import { backward } from "./backward";
import { forward } from "./forward";
import { addLosses } from "./loss";
import { layerAt, Network } from "./network";
import { optimizedStep } from "./optimized-step";
import { Rates, Rule } from "./optimizer";
import { restoreScale, shrink } from "./scale";
import { accumulate, applySums, clearSums, directStep } from "./step";
import { touchBlocks } from "./touch";
import { transposeWeights } from "./transpose";

export { countNonZeros, writeBlock } from "./blocks";
export { mapExp, mapSigmoid, mapTanh } from "./functions";
export { drawNormals } from "./draws/normal";
export { shuffle } from "./draws/shuffle";
export { mapElu, mapGelu, mapLeakyRelu, mapSilu, mapSoftplus } from "./derivatives";
// Exported so that they are not inlined: one function for all tiles would keep too little in registers.
export * from "./entry-tiles";
export * from "./multiply-tiles";
export { forward, clearSums };

/** Examples whose blocks are touched at once if batches are smaller. */
const BURST: usize = 8;

/** Trains on all batches of `order` in turn; one step, see `trainBatch`, and one f64 loss a batch. */
export function train(
  network: Network,
  order: usize,
  count: usize,
  batchSize: usize,
  steps: usize,
  losses: usize,
): void {
  const dropout = network.dropout;
  const hasDropout = changetype<usize>(dropout) != 0;
  if (hasDropout) dropout.isOn = 1;
  clearSums(network);
  const stepBytes: usize = changetype<usize>(network.optimizer) ? offsetof<Rates>() : 4;
  let touched: usize = network.blockStarts && batchSize < BURST ? 0 : count;
  for (let start: usize = 0; start < count; start += batchSize, steps += stepBytes, losses += 8) {
    if (start >= touched) {
      touched = start + batchSize * (BURST / batchSize);
      touchBlocks(network, order + 4 * start, min(touched, count) - start);
    }
    const size = min(batchSize, count - start);
    network.lossSum = 0;
    if (hasDropout) {
      dropout.batch = u32(start / batchSize);
      dropout.first = 0;
    }
    trainBatch(network, order + 4 * start, size, steps);
    store<f64>(losses, network.lossSum);
  }
  restoreScale(network);
  if (hasDropout) dropout.isOn = 0;
}

/** @param step One f32, the size of the step; with an optimizer its `Rates`. */
function trainBatch(network: Network, rows: usize, count: usize, step: usize): void {
  const optimizer = network.optimizer;
  const rates = changetype<Rates>(step);
  if (!changetype<usize>(optimizer)) {
    plainStep(network, rows, count, load<f32>(step), 0);
  } else if (optimizer.rule == Rule.Shrink) {
    plainStep(network, rows, count, rates.rate * rates.meanScale, f64(rates.rate) * f64(optimizer.l2));
  } else {
    addGradient(network, rows, count);
    optimizedStep(network, rates);
  }
}

/** @param shrinkage What every weight loses before it moves, as a share of itself. */
function plainStep(network: Network, rows: usize, count: usize, step: f32, shrinkage: f64): void {
  if (count <= network.chunk) {
    transposeWeights(network);
    forward(network, rows, count);
    addLosses(network, rows, count);
    backward(network, rows, count);
    if (shrinkage > 0) shrink(network, shrinkage);
    directStep(network, count, step);
  } else {
    clearSums(network);
    addGradient(network, rows, count);
    if (shrinkage > 0) shrink(network, shrinkage);
    applySums(network, step);
  }
}

/** Adds the gradient of the loss summed over the rows to the sums. */
export function addGradient(network: Network, rows: usize, count: usize): void {
  transposeWeights(network);
  for (let start: usize = 0; start < count; start += network.chunk) {
    const size = min(network.chunk, count - start);
    if (changetype<usize>(network.dropout)) network.dropout.first = u32(start);
    forward(network, rows + 4 * start, size);
    addLosses(network, rows + 4 * start, size);
    backward(network, rows + 4 * start, size);
    accumulate(network, size);
  }
}

/** Adds losses and hits of the rows to the network's. */
export function evaluate(network: Network, rows: usize, count: usize): void {
  for (let start: usize = 0; start < count; start += network.chunk) {
    const size = min(network.chunk, count - start);
    forward(network, rows + 4 * start, size);
    addLosses(network, rows + 4 * start, size);
    if (network.labels) addHits(network, rows + 4 * start, size);
  }
}

function addHits(network: Network, rows: usize, count: usize): void {
  for (let slot: usize = 0; slot < count; slot++) {
    const row = load<u32>(rows + 4 * slot);
    network.correct += usize(predictedClass(network, slot) == load<u8>(network.labels + row));
  }
}

/** The first output that is larger than all before it; NaN never wins. */
function predictedClass(network: Network, slot: usize): usize {
  const layer = layerAt(network, network.layerCount - 1);
  const a = layer.activations + slot * layer.rowBytes;
  let best: f32 = -Infinity;
  let winner: usize = 0;
  for (let k: usize = 0; k < layer.units; k++) {
    const output = load<f32>(a + 4 * k);
    if (output > best) {
      best = output;
      winner = k;
    }
  }
  return winner;
}
