import type { LayerParameters, Network } from "../network.ts";
import { activate } from "./activation.ts";
import type { ScaledWeights } from "./scaled-weights.ts";

const f = Math.fround;

/** What one example leaves in every layer on its way through the network. */
export interface Propagation {
  /** [0] = the inputs, [l + 1] = the activations of layer l. */
  readonly activations: readonly Float32Array[];
  /** Weighted inputs z of the last layer. */
  readonly outputs: Float32Array;
}

/** Sends one example forward. */
export function propagate(
  network: Network,
  { stored, scale }: ScaledWeights,
  inputs: Float32Array,
): Propagation {
  const activations = [inputs];
  let outputs = inputs;
  network.layers.forEach(({ activation }, l) => {
    outputs = weightedInputs(stored[l]!, scale, activations[l]!);
    const a = outputs.slice();
    activate(a, activation);
    activations.push(a);
  });
  return { activations, outputs };
}

/** z_j = scale (sum over inputs i ascending of x_i stored w_ji, from +0) + b_j. */
function weightedInputs({ weights, biases }: LayerParameters, scale: number, x: Float32Array): Float32Array {
  return biases.map((bias, j) => {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum = f(sum + f(x[i]! * weights[j * x.length + i]!));
    return f(scale * sum) + bias;
  });
}
