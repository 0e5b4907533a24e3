import type { LayerParameters } from "../../src/kernels/network.ts";

/** Returns the largest difference, relative to the largest value of the layer; of a layer of zeros the difference itself. */
export function distance(found: readonly LayerParameters[], expected: readonly LayerParameters[]): number {
  const layers = expected.map(({ weights, biases }, l) => {
    const [want, have] = [
      [...weights, ...biases],
      [...found[l]!.weights, ...found[l]!.biases],
    ];
    const largest = Math.max(...want.map(Math.abs));
    return Math.max(...want.map((value, i) => Math.abs(value - have[i]!))) / (largest || 1);
  });
  return Math.max(...layers);
}
