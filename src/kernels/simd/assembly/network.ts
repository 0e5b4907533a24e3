/**
 * What describe-network.ts writes at the start of a region: same order, one word (f64: two) a field.
 * Addresses are byte offsets into the memory. A row of f32 is padded with zeros to whole vectors of 4 lanes.
 */

export const enum Activation {
  Sigmoid,
  Tanh,
  Relu,
  Identity,
  Softmax,
}
export const enum Loss {
  Quadratic,
  Mse,
  CrossEntropy,
  BinaryCrossEntropy,
}

@unmanaged
export class Network {
  /** Sum of the losses of the examples seen since the last reset. */
  lossSum: f64;
  /** Largest weighted input and sum of exp(z - max) of the last softmax. */
  max: f32;
  sum: f32;
  /** Examples whose predicted class is their label, since the last reset. */
  correct: usize;
  /** Of no use, see touch.ts. */
  touched: usize;

  layerCount: usize;
  /** The first of the layers, which lie one behind the other. */
  layers: usize;
  loss: Loss;
  /** Examples whose activations and errors fit the buffers: DIRECT_BATCH. */
  chunk: usize;
  features: usize;
  /** Inputs [examples, features], bytes or f32. */
  inputs: usize;
  inputsAreBytes: usize;
  labels: usize;
  /** f32 of each byte, [256]. */
  byteValues: usize;
  /** Weighted inputs z of one layer, for one example. */
  z: usize;
  /** Entries of one example's errors, see entries.ts. */
  errorEntries: usize;
}

@unmanaged
export class Layer {
  fanIn: usize;
  units: usize;
  /** Vectors of a row of units. */
  vectors: usize;
  activation: Activation;
  /** [fanIn, units]: a row holds the weights that leave one input. */
  weights: usize;
  biases: usize;
  /** [units, fanIn]: a copy of the weights for the way back; none in the first layer. */
  transposed: usize;
  /** Gradient of a large batch, like weights and biases. */
  weightSums: usize;
  biasSums: usize;
  /** [chunk, units]. */
  activations: usize;
  /** [chunk, units]. */
  errors: usize;
  /** Ends of the entries of each example of the chunk, [chunk + 1]; the first is where they begin. */
  entryEnds: usize;
}

export function layerAt(network: Network, index: usize): Layer {
  return changetype<Layer>(network.layers + index * offsetof<Layer>());
}

/** Bytes of one row of the layer's units. */
export function rowBytes(layer: Layer): usize {
  return layer.vectors * 16;
}

export function activationsOf(layer: Layer, slot: usize): usize {
  return layer.activations + slot * rowBytes(layer);
}

export function errorsOf(layer: Layer, slot: usize): usize {
  return layer.errors + slot * rowBytes(layer);
}
