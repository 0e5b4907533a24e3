import type { Layer, Network } from "./network.ts";

/** Activations whose derivative follows from their value. */
const FROM_VALUE: readonly Layer["activation"][] = ["sigmoid", "tanh", "relu", "identity", "softmax"];

/**
 * Returns whether a layer keeps the derivatives of its units on the way forward: hidden layers whose activation's derivative does not
 * follow from its value, and all hidden layers with dropout, which keep them times the mask.
 */
export function keepsDerivatives({ layers, dropout }: Network, l: number): boolean {
  const isHidden = l < layers.length - 1;
  return isHidden && (dropout !== undefined || !FROM_VALUE.includes(layers[l]!.activation));
}
