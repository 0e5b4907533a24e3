import { keepsDerivatives } from "../keeps-derivatives.ts";
import type { LayerParameters, Network } from "../network.ts";
import { activate, derivativeOf } from "./activation.ts";
import { dropoutMask, type Draw } from "./dropout-mask.ts";
import type { ScaledWeights } from "./scaled-weights.ts";

const f = Math.fround;

/** What one example leaves in every layer on its way through the network. */
export interface Propagation {
  /** [0] = the inputs, [l + 1] = the activations of layer l, without those that dropout left out. */
  readonly activations: readonly Float32Array[];
  /** Derivatives of the layers that keep them. */
  readonly derivatives: readonly (Float32Array | undefined)[];
  /** Weighted inputs z of the last layer. */
  readonly outputs: Float32Array;
}

/** Sends one example forward. @param draw What dropout draws for; without it every unit takes part. */
export function propagate(
  network: Network,
  { stored, scale }: ScaledWeights,
  inputs: Float32Array,
  draw?: Draw,
): Propagation {
  const activations = [inputs];
  const derivatives: (Float32Array | undefined)[] = [];
  let outputs = inputs;
  network.layers.forEach(({ activation, units }, l) => {
    outputs = weightedInputs(stored[l]!, scale, activations[l]!);
    const a = outputs.slice();
    activate(a, activation);
    const derivative = keepsDerivatives(network, l)
      ? outputs.map((z, j) => derivativeOf(z, a[j]!, activation))
      : undefined;
    if (derivative && draw && network.dropout) {
      const mask = dropoutMask(network.dropout, units, l, draw);
      for (const values of [a, derivative]) mask.forEach((factor, j) => (values[j] = factor * values[j]!));
    }
    activations.push(a);
    derivatives.push(derivative);
  });
  return { activations, derivatives, outputs };
}

/** Returns z_j = scale (sum over inputs i ascending of x_i stored w_ji, from +0) + b_j of every unit. */
export function weightedInputs(
  { weights, biases }: LayerParameters,
  scale: number,
  x: Float32Array,
): Float32Array {
  return biases.map((bias, j) => {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum = f(sum + f(x[i]! * weights[j * x.length + i]!));
    return f(scale * sum) + bias;
  });
}
