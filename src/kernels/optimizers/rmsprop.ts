import { flushState, type UpdateRates, type Vector } from "./update-rule.ts";

/**
 * s = beta2 s + (1 - beta2) g^2; w = w - eta g / (sqrt s + epsilon).
 * Source: Tieleman and Hinton, lecture 6.5 of "Neural Networks for Machine Learning" (2012).
 */
export function updateRmsprop(
  w: Vector,
  g: Vector,
  [s]: readonly Vector[],
  { rate, beta2, gain2, epsilon, round: f }: UpdateRates,
): void {
  for (let i = 0; i < w.length; i++) {
    s![i] = flushState(f(f(beta2 * s![i]!) + f(gain2 * f(g[i]! * g[i]!))));
    w[i]! -= f(f(rate * g[i]!) / f(f(Math.sqrt(s![i]!)) + epsilon));
  }
}
