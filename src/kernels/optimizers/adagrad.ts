import { flushState, type UpdateRates, type Vector } from "./update-rule.ts";

/**
 * s = s + g^2; w = w - eta g / (sqrt s + epsilon).
 * Source: Duchi, Hazan, Singer, "Adaptive subgradient methods" (JMLR 12, 2011).
 */
export function updateAdagrad(
  w: Vector,
  g: Vector,
  [s]: readonly Vector[],
  { rate, epsilon, round: f }: UpdateRates,
): void {
  for (let i = 0; i < w.length; i++) {
    s![i] = flushState(f(s![i]! + f(g[i]! * g[i]!)));
    w[i]! -= f(f(rate * g[i]!) / f(f(Math.sqrt(s![i]!)) + epsilon));
  }
}
