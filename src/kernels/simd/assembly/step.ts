import { addToEntries } from "./entry-tiles";
import { multiplyAdd } from "./multiply";
import { Layer, layerAt, Network } from "./network";
import { storedStep } from "./scale";
import { addScaled, clear, scale } from "./vectors";

/** w = w - x g and b = b - S g with g = step * d, example by example; the errors become -g. S is the weights' scale. */
export function directStep(network: Network, count: usize, step: f32): void {
  const factor = -storedStep(network, step);
  for (let l: usize = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    // w - x g has the bits of w + x (-g).
    scale(layer.errors, (count * layer.rowBytes) >> 4, factor);
    addExamples(network, l, count, layer.weights, layer.biases);
  }
}

/** Adds the chunk's gradient x d, for biases d, to the sums. */
export function accumulate(network: Network, count: usize): void {
  for (let l: usize = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    addExamples(network, l, count, layer.weightSums, layer.biasSums);
  }
}

/** w = w - step * sum, b = b - S (step * sum); the sums of biases are used up. */
export function applySums(network: Network, step: f32): void {
  const factor = storedStep(network, step);
  for (let l: usize = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    addScaled(layer.weights, layer.weightSums, (layer.fanIn * layer.rowBytes) >> 4, -factor);
    scale(layer.biasSums, layer.vectors, factor);
    addScaled(layer.biases, layer.biasSums, layer.vectors, -load<f32>(network.scale));
  }
}

export function clearSums(network: Network): void {
  for (let l: usize = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    clear(layer.weightSums, layer.fanIn * layer.rowBytes);
    clear(layer.biasSums, layer.rowBytes);
  }
}

/** weights += x v and biases += S v, where v are the layer's errors; in the order of the examples. */
function addExamples(network: Network, l: usize, count: usize, weights: usize, biases: usize): void {
  const layer = layerAt(network, l);
  const v = layer.errors;
  const vectors = layer.vectors;
  const rowBytes = layer.rowBytes;
  if (l == 0 && network.blockStarts) {
    addToEntries(network.entryEnds, count, weights, vectors, v, rowBytes);
  } else {
    multiplyAdd(layer.inputs, 4, layer.inputBytes, count, v, rowBytes, vectors, weights, rowBytes, layer.fanIn);
  }
  multiplyAdd(network.scale, 0, 0, count, v, rowBytes, vectors, biases, rowBytes, 1);
}
