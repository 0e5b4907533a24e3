import { SMALLEST_ERROR } from "../kernel.ts";
import type { Network } from "../network.ts";
import { timesDerivative } from "./activation.ts";
import type { Propagation } from "./propagate.ts";
import type { ScaledWeights } from "./scaled-weights.ts";
import type { Wanted } from "./wanted-outputs.ts";

const f = Math.fround;

/**
 * Returns the errors d = dC_x/dz of every layer for one example.
 * Source: Rumelhart, Hinton, Williams, "Learning representations by back-propagating errors" (Nature 323, 1986).
 */
export function backpropagate(
  network: Network,
  { stored, scale }: ScaledWeights,
  { activations, derivatives }: Propagation,
  wanted: Wanted,
): Float32Array[] {
  const { layers } = network;
  const last = layers.length - 1;
  const errors: Float32Array[] = [];
  errors[last] = outputErrors(network, activations[last + 1]!, wanted);
  for (let l = last - 1; l >= 0; l--) {
    const a = activations[l + 1]!;
    const next = { weights: stored[l + 1]!.weights, errors: errors[l + 1]! };
    errors[l] = a.map((aj, j) => {
      const error = f(scale * weightedErrors(next, j, a.length));
      const derivative = derivatives[l]?.[j];
      return flush(
        derivative === undefined ? timesDerivative(error, aj, layers[l]!.activation) : f(error * derivative),
      );
    });
  }
  return errors;
}

function outputErrors(
  { layers, loss }: Network,
  a: Float32Array,
  { outputs, label, weight }: Wanted,
): Float32Array {
  return a.map((ak, k) => flush(timesOutputDerivative(f(weight * lossDerivative(k, ak)), ak)));

  function timesOutputDerivative(derivative: number, ak: number): number {
    const isCrossed = loss === "crossEntropy" || loss === "binaryCrossEntropy"; // dC/dz already
    return isCrossed ? derivative : timesDerivative(derivative, ak, layers.at(-1)!.activation);
  }

  function lossDerivative(k: number, ak: number): number {
    const difference = f(ak - outputs[k]!);
    switch (loss) {
      case "quadratic":
      case "crossEntropy":
      case "binaryCrossEntropy":
        return difference;
      case "mse":
        return f(f(2 / a.length) * difference);
      case "huber":
        return difference > 1 ? 1 : difference < -1 ? -1 : difference;
      case "hinge":
        return k === label ? (ak < 1 ? -1 : 0) : ak > -1 ? 1 : 0;
      default:
        return loss satisfies never;
    }
  }
}

/** Sum over the next layer's units k ascending of stored w_kj d_k, from +0. */
function weightedErrors(
  next: { weights: Float32Array; errors: Float32Array },
  j: number,
  fanIn: number,
): number {
  let sum = 0;
  for (let k = 0; k < next.errors.length; k++)
    sum = f(sum + f(next.weights[k * fanIn + j]! * next.errors[k]!));
  return sum;
}

/** The denormal rule: see kernel.ts. */
function flush(error: number): number {
  return Math.abs(error) < SMALLEST_ERROR ? 0 : error;
}
