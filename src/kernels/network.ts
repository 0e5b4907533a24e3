import type { PhiloxKey } from "../math/philox.ts";
import type { Activation, Loss, OutputActivation } from "../fields/configuration.ts";
import type { Optimizer } from "./optimizers/optimizer.ts";

/** One fully connected layer. */
export interface Layer {
  /** Inputs of the layer: features of the data, or units of the layer before. */
  readonly fanIn: number;
  readonly units: number;
  readonly activation: Activation | OutputActivation;
}

/** A feed-forward network and how it is trained, as a kernel needs to know them. Softmax occurs in the last layer only. */
export interface Network {
  readonly layers: readonly Layer[];
  readonly loss: Loss;
  /** Share of every target that all answers have alike; absent: 0. */
  readonly labelSmoothing?: number;
  /** What the loss of an example of each class is multiplied by, [classes]; absent: 1. */
  readonly classWeights?: readonly number[];
  /** Absent: every unit takes part. */
  readonly dropout?: Dropout;
  /** Absent: plain gradient descent, w = w - eta g. */
  readonly optimizer?: Optimizer;
}

/** Hidden units that an example of a training batch does without, drawn again for each. */
export interface Dropout {
  /** Share of the units, above 0 and below 1. */
  readonly rate: number;
  readonly key: PhiloxKey;
}

/** Weights and biases of one layer. */
export interface LayerParameters {
  /** Row-major [units, fanIn]. */
  readonly weights: Float32Array;
  /** [units]. */
  readonly biases: Float32Array;
}

/** Returns the number of weights and biases. */
export function countParameters(network: Network): number {
  return network.layers.reduce((sum, { fanIn, units }) => sum + (fanIn + 1) * units, 0);
}
