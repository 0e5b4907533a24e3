/**
 * Weights stored without a factor that all of them share: to shrink them all costs nothing. `exactScale` is the
 * factor, and `scale` where it is an f32.
 */
import { layerAt, Network } from "./network";
import { scale, shift } from "./vectors";

const SMALLEST: f64 = 0.0009765625; // 2^-10

/** Makes every weight smaller by a share of itself. */
export function shrink(network: Network, share: f64): void {
  setScale(network, network.exactScale - network.exactScale * share);
  if (network.exactScale < SMALLEST) restoreScale(network);
}

/** Multiplies what is stored by the factor, which becomes 1. */
export function restoreScale(network: Network): void {
  if (network.exactScale == 1) return;
  for (let l: usize = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    const vectors = (layer.biases - layer.weights) >> 4;
    scale(layer.weights, vectors, load<f32>(network.scale));
    shift(layer.weights, vectors, 0); // -0 becomes +0
  }
  setScale(network, 1);
}

/** Returns the step that moves what is stored as `step` would move the weights. */
export function storedStep(network: Network, step: f32): f32 {
  return f32(f64(step) / network.exactScale);
}

/** Multiplies sums over stored weights, `vectors` vectors, by the factor. */
export function applyScale(network: Network, sums: usize, vectors: usize): void {
  if (network.exactScale != 1) scale(sums, vectors, load<f32>(network.scale));
}

function setScale(network: Network, value: f64): void {
  network.exactScale = value;
  store<f32>(network.scale, f32(value));
}
