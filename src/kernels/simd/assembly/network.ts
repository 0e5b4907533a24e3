/**
 * What describe-network.ts writes at the start of a region: same order, one word (f64: two) a field.
 *
 * Addresses are byte offsets into the memory. A row holds one f32 for each unit, padded to whole vectors of 4 lanes:
 * with zeros, except for inputs, z and activations. Row i + 1 begins `rowBytes` behind row i. "[n, units]" are n rows.
 *
 *     row 0  | u0 u1 u2 u3 | u4 u5 u6 u7 | u8 u9  0  0 |
 *     row 1  | ...
 */

import { Dropout } from "./dropout";
import { Optimizer } from "./optimizer";

export const enum Activation {
  Sigmoid,
  Tanh,
  Relu,
  Identity,
  Softmax,
  LeakyRelu,
  Elu,
  Gelu,
  Silu,
  Softplus,
}
export const enum Loss {
  Quadratic,
  Mse,
  CrossEntropy,
  BinaryCrossEntropy,
  Huber,
  Hinge,
}

@unmanaged
export class Network {
  /** Sum of the losses of the examples seen since the last reset. */
  lossSum: f64;
  /** What stored weights are to be multiplied by, see scale.ts; 1 between the calls. */
  exactScale: f64;
  /** Examples whose predicted class is their label, since the last reset; 0 where numbers are predicted. */
  correct: usize;
  /** Of no use, see touch.ts. */
  touched: usize;

  layerCount: usize;
  /** The first of the layers, which lie one behind the other. */
  layers: usize;
  loss: Loss;
  /** Examples whose inputs, activations and errors fit the buffers: DIRECT_BATCH. */
  chunk: usize;
  features: usize;
  /** Inputs [examples, features], bytes or f32. */
  inputs: usize;
  inputsAreBytes: usize;
  /** u32 [examples + 1], where the blocks of the examples begin, see blocks.ts; 0 if inputs are dense. */
  blockStarts: usize;
  /** The class of each example, u8 [examples]; 0 where numbers are predicted. */
  labels: usize;
  /** Weighted inputs of the last layer, [chunk, units]. */
  z: usize;
  /** Largest z of softmax, f32 [chunk], and the sum of e^(z - largest), f32 [chunk]. */
  max: usize;
  sum: usize;
  /** The factor of stored weights as f32. */
  scale: usize;
  /** Where the entries of the chunk's examples begin and the last ones end, see entries.ts; u32 [chunk + 1]. */
  entryEnds: usize;
  /** 0 for plain gradient descent. */
  optimizer: Optimizer;
  /** 0 if every unit takes part. */
  dropout: Dropout;
  /** What the output of the label is to be, and what the others. */
  on: f32;
  off: f32;
  /** What examples of each class count for, f32 [classes]; 0 if all count 1. */
  classWeights: usize;
  /** The numbers to predict, f32 [examples, units]; 0 where there are classes. */
  targets: usize;
}

@unmanaged
export class Layer {
  fanIn: usize;
  units: usize;
  /** Vectors that hold the units of a row. */
  vectors: usize;
  rowBytes: usize;
  activation: Activation;
  /** [fanIn, units]: a row holds the weights that leave one input. */
  weights: usize;
  /** One more row behind the weights. */
  biases: usize;
  /** [units, fanIn]: a copy of the weights for the way back; none in the first layer. */
  transposed: usize;
  /** Gradient of a large batch, like weights and biases. */
  weightSums: usize;
  biasSums: usize;
  /** [chunk, fanIn]: the activations of the layer before; in the first layer f32 inputs, or their entries. */
  inputs: usize;
  inputBytes: usize;
  /** [chunk, units]. */
  activations: usize;
  /** [chunk, units]. */
  errors: usize;
  /** [chunk, units]: what errors are multiplied by on the way back; 0 if that follows from the activations. */
  derivatives: usize;
  /** What the optimizer carries from step to step, each like weights and biases together. */
  first: usize;
  second: usize;
}

export function layerAt(network: Network, index: usize): Layer {
  return changetype<Layer>(network.layers + index * offsetof<Layer>());
}
