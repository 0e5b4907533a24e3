import type { LayerParameters, Network } from "../network.ts";

const f = Math.fround;

/** Returns weights and biases, all +0. */
export function zeros({ layers }: Network): LayerParameters[] {
  return layers.map(({ fanIn, units }) => ({
    weights: new Float32Array(fanIn * units),
    biases: new Float32Array(units),
  }));
}

/** Returns a copy, -0 as +0. */
export function copyOf(parameters: readonly LayerParameters[]): LayerParameters[] {
  return parameters.map(({ weights, biases }) => {
    return { weights: weights.map(withoutMinusZero), biases: biases.map(withoutMinusZero) };
  });
}

/** target += sign * (x_i g_j), for biases sign * (S g_j); one rounding per operation. */
export function addProducts(
  target: LayerParameters,
  x: Float32Array,
  g: Float32Array,
  { sign, biasScale = 1 }: { sign: 1 | -1; biasScale?: number },
): void {
  for (let j = 0; j < g.length; j++) {
    for (let i = 0; i < x.length; i++) {
      target.weights[j * x.length + i]! += sign * f(x[i]! * g[j]!);
    }
    target.biases[j]! += sign * f(biasScale * g[j]!);
  }
}

function withoutMinusZero(value: number): number {
  return value + 0;
}
