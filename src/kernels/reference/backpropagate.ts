import type { Loss } from "../../spec/experiment.ts";
import { SMALLEST_ERROR } from "../kernel.ts";
import type { Network } from "../network.ts";
import { timesDerivative } from "./activation.ts";
import type { Propagation } from "./propagate.ts";
import type { ScaledWeights } from "./scaled-weights.ts";

const f = Math.fround;

/**
 * Returns the errors d = dC_x/dz of every layer for one example.
 * Source: Rumelhart, Hinton, Williams, "Learning representations by back-propagating errors" (Nature 323, 1986).
 */
export function backpropagate(
  network: Network,
  { stored, scale }: ScaledWeights,
  { activations, slopes }: Propagation,
  label: number,
): Float32Array[] {
  const { layers, loss } = network;
  const last = layers.length - 1;
  const errors: Float32Array[] = [];
  errors[last] = outputErrors(loss, activations[last + 1]!, label, layers[last]!.activation);
  for (let l = last - 1; l >= 0; l--) {
    const a = activations[l + 1]!;
    const next = { weights: stored[l + 1]!.weights, errors: errors[l + 1]! };
    errors[l] = a.map((aj, j) => {
      const error = f(scale * weightedErrors(next, j, a.length));
      const slope = slopes[l]?.[j];
      return flush(
        slope === undefined ? timesDerivative(error, aj, layers[l]!.activation) : f(error * slope),
      );
    });
  }
  return errors;
}

function outputErrors(
  loss: Loss,
  a: Float32Array,
  label: number,
  activation: Network["layers"][number]["activation"],
): Float32Array {
  return a.map((ak, k) => flush(outputError(ak, k === label)));

  function outputError(ak: number, isLabel: boolean): number {
    const difference = f(ak - (isLabel ? 1 : 0));
    switch (loss) {
      case "quadratic":
        return timesDerivative(difference, ak, activation);
      case "mse":
        return timesDerivative(f(f(2 / a.length) * difference), ak, activation);
      case "huber":
        return difference > 1 ? 1 : difference < -1 ? -1 : difference;
      case "hinge":
        return isLabel ? (ak < 1 ? -1 : 0) : ak > -1 ? 1 : 0;
      case "crossEntropy":
      case "binaryCrossEntropy":
        return difference;
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
