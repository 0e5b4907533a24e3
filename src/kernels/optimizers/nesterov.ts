import { flushState, type UpdateRates, type Vector } from "./update-rule.ts";

/**
 * v = beta1 v + g; w = w - eta (g + beta1 v).
 * Source: Sutskever, Martens, Dahl, Hinton, "On the importance of initialization and momentum in deep learning"
 * (ICML 2013), in the form that looks ahead from the new w.
 */
export function updateNesterov(
  w: Vector,
  g: Vector,
  [v]: readonly Vector[],
  { rate, beta1, round: f }: UpdateRates,
): void {
  for (let i = 0; i < w.length; i++) {
    v![i] = flushState(f(f(beta1 * v![i]!) + g[i]!));
    w[i]! -= f(rate * f(g[i]! + f(beta1 * v![i]!)));
  }
}
