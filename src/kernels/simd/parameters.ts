import type { LayerParameters } from "../network.ts";
import { LANES, type LayerLayout } from "./layout.ts";

/** Where the weights and biases of a layer are, or what is laid out like them: byte offsets. */
export interface ParameterPlace {
  readonly weights: number;
  readonly biases: number;
}

/** Copies weights and biases into the memory: weights transposed, padding zeroed, -0 as +0. */
export function writeParameters(
  buffer: SharedArrayBuffer,
  { fanIn, units, rowBytes }: LayerLayout,
  from: LayerParameters,
  to: ParameterPlace,
): void {
  const stride = rowBytes / 4;
  const paddedRows = Math.ceil(fanIn / LANES) * LANES;
  const weights = new Float32Array(buffer, to.weights, paddedRows * stride).fill(0);
  const biases = new Float32Array(buffer, to.biases, stride).fill(0);
  for (let j = 0; j < units; j++) {
    for (let i = 0; i < fanIn; i++) weights[i * stride + j] = from.weights[j * fanIn + i]! + 0;
    biases[j] = from.biases[j]! + 0;
  }
}

/** Returns a copy of weights and biases, or of sums laid out like them. */
export function readParameters(
  buffer: SharedArrayBuffer,
  { fanIn, units, rowBytes }: LayerLayout,
  from: ParameterPlace,
): LayerParameters {
  const stride = rowBytes / 4;
  const padded = new Float32Array(buffer, from.weights, fanIn * stride);
  const weights = new Float32Array(units * fanIn);
  for (let j = 0; j < units; j++) {
    for (let i = 0; i < fanIn; i++) weights[j * fanIn + i] = padded[i * stride + j]!;
  }
  return { weights, biases: new Float32Array(buffer, from.biases, units).slice() };
}

/** Whether all weights and biases are finite, looked at where they are; padding may hold anything. */
export function areFinite(
  buffer: SharedArrayBuffer,
  { fanIn, units, rowBytes }: LayerLayout,
  { weights, biases }: ParameterPlace,
): boolean {
  const stride = rowBytes / 4;
  const values = new Float32Array(buffer, weights, fanIn * stride);
  for (let row = 0; row < fanIn; row++) {
    for (let at = row * stride; at < row * stride + units; at++)
      if (!Number.isFinite(values[at]!)) return false;
  }
  return new Float32Array(buffer, biases, units).every(Number.isFinite);
}
