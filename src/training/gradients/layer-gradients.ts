import type { LayerParameters } from "../../kernels/network.ts";
import type { Measurement } from "../measure.ts";
import { dot, gradientVector } from "./gradient-vector.ts";

/**
 * Returns the length of each layer's part of a gradient, that of the weights and biases which enter it: `layerGradient1`,
 * ..., counted from the inputs.
 *
 * @param gradient Summed over `examples`.
 */
export function layerGradients(gradient: readonly LayerParameters[], examples: number): Measurement {
  return Object.fromEntries(
    gradient.map((layer, l) => {
      const vector = gradientVector([layer], examples);
      return [`layerGradient${l + 1}`, Math.sqrt(dot(vector, vector))];
    }),
  );
}
