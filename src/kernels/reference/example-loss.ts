import { log } from "../../math/log.ts";
import type { Loss } from "../../fields/configuration.ts";
import type { Network } from "../network.ts";
import { softmaxSum } from "./activation.ts";
import type { Wanted } from "./wanted-outputs.ts";

/** Outputs whose product of probabilities cannot underflow float64. */
const PRODUCT_LENGTH = 64;

/**
 * Returns the loss of one example, float64, from the float32 weighted inputs z and activations a of the last layer.
 * The forms with z stay exact where a rounds to 0 or 1.
 */
export function exampleLoss({ loss }: Network, z: Float32Array, a: Float32Array, wanted: Wanted): number {
  return wanted.weight * unweightedLoss(loss, z, a, wanted);
}

function unweightedLoss(loss: Loss, z: Float32Array, a: Float32Array, wanted: Wanted): number {
  const { outputs: y, label } = wanted;
  switch (loss) {
    case "quadratic":
      return 0.5 * squaredDistance(a, y);
    case "mse":
      return squaredDistance(a, y) / a.length;
    case "huber":
      return huber(a, y);
    case "hinge":
      return hinge(a, label);
    case "crossEntropy": {
      const { max, sum } = softmaxSum(z);
      return log(sum) + distanceBelow(max, z, wanted);
    }
    case "binaryCrossEntropy":
      return binaryCrossEntropy(z, a, y);
    default:
      return loss satisfies never;
  }
}

function squaredDistance(a: Float32Array, y: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) {
    const difference = y[k]! - a[k]!;
    sum += difference * difference;
  }
  return sum;
}

/** Source: Huber, "Robust estimation of a location parameter" (1964), with the threshold 1. */
function huber(a: Float32Array, y: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) {
    const size = Math.abs(y[k]! - a[k]!);
    sum += size <= 1 ? 0.5 * size * size : size - 0.5;
  }
  return sum;
}

/** Each output is a classifier of its own, its class against the rest. */
function hinge(a: Float32Array, label: number): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) {
    const margin = 1 - (k === label ? a[k]! : -a[k]!);
    sum += margin <= 0 ? 0 : margin; // NaN stays
  }
  return sum;
}

/** Returns how far z lies below its maximum, the mean over the classes, weighted by their targets. */
function distanceBelow(max: number, z: Float32Array, { outputs: y, label }: Wanted): number {
  const off = y[label === 0 ? 1 : 0]!;
  let others = 0;
  for (let k = 0; k < z.length; k++) if (off > 0 && k !== label) others += max - z[k]!;
  return y[label]! * (max - z[label]!) + off * others;
}

function binaryCrossEntropy(z: Float32Array, a: Float32Array, y: Float32Array): number {
  let total = 0;
  for (let k = 0; k < z.length; k++) {
    const positive = z[k]! > 0 ? z[k]! : z[k]! <= 0 ? 0 : NaN;
    total += y[k]! > 0 ? positive - y[k]! * z[k]! : positive;
  }
  for (let start = 0; start < z.length; start += PRODUCT_LENGTH) {
    let product = 1;
    const end = Math.min(start + PRODUCT_LENGTH, z.length);
    for (let k = start; k < end; k++) product *= z[k]! > 0 ? a[k]! : 1 - a[k]!;
    total -= log(product);
  }
  return total;
}
