import { errorsOf, Layer, layerAt, Network, rowBytes } from "./network";
import { addToRows } from "./tiles";
import { add, addScaled, scale } from "./vectors";

/** w = w - x g and b = b - g with g = step * d, example by example; the errors become -g. */
export function directStep(network: Network, count: usize, step: f32): void {
  for (let l: usize = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    // w - x g has the bits of w + x (-g).
    scale(layer.errors, count * layer.vectors, -step);
    addExamples(layer, count, layer.weights, layer.biases);
  }
}

/** Adds the chunk's gradient x d, for biases d, to the sums. */
export function accumulate(network: Network, count: usize): void {
  for (let l: usize = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    addExamples(layer, count, layer.weightSums, layer.biasSums);
  }
}

/** w = w - step * sum, likewise b. */
export function applySums(network: Network, step: f32): void {
  for (let l: usize = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    addScaled(layer.weights, layer.weightSums, layer.fanIn * layer.vectors, -step);
    addScaled(layer.biases, layer.biasSums, layer.vectors, -step);
  }
}

export function clearSums(network: Network): void {
  for (let l: usize = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    memory.fill(layer.weightSums, 0, layer.fanIn * rowBytes(layer));
    memory.fill(layer.biasSums, 0, rowBytes(layer));
  }
}

/** weights += x v and biases += v, where v are the layer's errors; in the order of the examples. */
function addExamples(layer: Layer, count: usize, weights: usize, biases: usize): void {
  for (let slot: usize = 0; slot < count; slot++) {
    const from = load<u32>(layer.entryEnds + 4 * slot);
    const to = load<u32>(layer.entryEnds + 4 * (slot + 1));
    const v = errorsOf(layer, slot);
    addToRows(from, to, weights, layer.vectors, v);
    add(biases, v, layer.vectors);
  }
}
