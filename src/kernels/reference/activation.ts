import {
  elu32,
  eluDerivative32,
  gelu32,
  geluDerivative32,
  leakyRelu32,
  leakyReluDerivative32,
  silu32,
  siluDerivative32,
  softplus32,
  softplusDerivative32,
} from "../../math/activations32.ts";
import { exp32, sigmoid32, tanh32 } from "../../math/float32.ts";
import type { Layer } from "../network.ts";

const f = Math.fround;

/** Replaces the weighted inputs z of one layer by its activations a, in place. */
export function activate(z: Float32Array, activation: Layer["activation"]): void {
  if (activation === "softmax") softmax(z);
  else for (let j = 0; j < z.length; j++) z[j] = activationOf(z[j]!, activation);
}

/** Returns `error` times the activation's derivative, which is computed from the activation `a`. */
export function timesDerivative(error: number, a: number, activation: Layer["activation"]): number {
  if (activation === "relu") return a > 0 ? error : 0;
  return f(error * derivativeOf(a, a, activation));
}

/** Returns the activation's derivative at the weighted input z, where the activation is `a`. */
export function derivativeOf(z: number, a: number, activation: Layer["activation"]): number {
  switch (activation) {
    case "sigmoid":
      return f(a * f(1 - a));
    case "tanh":
      return f(1 - f(a * a));
    case "relu":
      return a > 0 ? 1 : 0;
    case "leakyRelu":
      return leakyReluDerivative32(z);
    case "elu":
      return eluDerivative32(z);
    case "gelu":
      return geluDerivative32(z);
    case "silu":
      return siluDerivative32(z);
    case "softplus":
      return softplusDerivative32(z);
    case "identity":
    case "softmax": // only ever paired with a loss whose error skips the derivative
      return 1;
    default:
      return activation satisfies never;
  }
}

/** Returns the largest weighted input and the sum of exp32(z - max), both float32. */
export function softmaxSum(z: Float32Array): { max: number; sum: number } {
  let max = z[0]!;
  for (let k = 1; k < z.length; k++) if (z[k]! > max) max = z[k]!;
  let sum = 0;
  for (let k = 0; k < z.length; k++) sum = f(sum + exp32(f(z[k]! - max)));
  return { max, sum };
}

function softmax(z: Float32Array): void {
  const { max, sum } = softmaxSum(z);
  for (let k = 0; k < z.length; k++) z[k] = exp32(f(z[k]! - max)) / sum;
}

function activationOf(z: number, activation: Exclude<Layer["activation"], "softmax">): number {
  switch (activation) {
    case "sigmoid":
      return sigmoid32(z);
    case "tanh":
      return tanh32(z);
    case "relu":
      return z <= 0 ? 0 : z;
    case "leakyRelu":
      return leakyRelu32(z);
    case "elu":
      return elu32(z);
    case "gelu":
      return gelu32(z);
    case "silu":
      return silu32(z);
    case "softplus":
      return softplus32(z);
    case "identity":
      return z;
    default:
      return activation satisfies never;
  }
}
