import type { LayerParameters } from "../../kernels/network.ts";

/** Returns a gradient summed over `examples`, layer by layer, as the mean one in a row: [parameters], in float64. */
export function gradientVector(layers: readonly LayerParameters[], examples: number): Float64Array {
  const vector = new Float64Array(
    layers.reduce((sum, { weights, biases }) => sum + weights.length + biases.length, 0),
  );
  let offset = 0;
  for (const values of layers.flatMap(({ weights, biases }) => [weights, biases])) {
    for (let i = 0; i < values.length; i++) vector[offset + i] = values[i]! / examples;
    offset += values.length;
  }
  return vector;
}

/** Returns the sum of the products of two vectors of equal length; of a vector with itself: the square of its length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Returns the square of the distance between two vectors of equal length. */
export function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) * (a[i]! - b[i]!);
  return sum;
}
