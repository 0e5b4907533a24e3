import { activate } from "../kernels/reference/activation.ts";
import { weightedInputs } from "../kernels/reference/propagate.ts";
import type { ModelLayer } from "./model.ts";

/** Returns the outputs of a network, [units]: the bits that it had in training. */
export function forward(layers: readonly ModelLayer[], inputs: Float32Array): Float32Array {
  return layers.reduce((x, layer) => {
    const values = weightedInputs(layer, 1, x);
    activate(values, layer.activation);
    return values;
  }, inputs);
}
