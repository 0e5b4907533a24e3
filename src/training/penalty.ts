import type { Optimizer } from "../kernels/optimizers/optimizer.ts";
import type { LayerParameters } from "../kernels/network.ts";

/** Returns lambda / 2n sum w^2 + lambda / n sum |w| over all weights, in float64; biases have no share in it. */
export function penalty(
  { l2 = 0, l1 = 0 }: Pick<Optimizer, "l2" | "l1">,
  layers: readonly LayerParameters[],
): number {
  let [squares, sizes] = [0, 0];
  for (const { weights } of layers) {
    for (let i = 0; i < weights.length; i++) {
      squares += weights[i]! * weights[i]!;
      sizes += Math.abs(weights[i]!);
    }
  }
  return (l2 / 2) * squares + l1 * sizes;
}
