import { flushState, type UpdateRates, type Vector } from "./update-rule.ts";

/**
 * v = beta1 v + g; w = w - eta v.
 * Source: Polyak, "Some methods of speeding up the convergence of iteration methods" (1964).
 */
export function updateMomentum(
  w: Vector,
  g: Vector,
  [v]: readonly Vector[],
  { rate, beta1, round: f }: UpdateRates,
): void {
  for (let i = 0; i < w.length; i++) {
    v![i] = flushState(f(f(beta1 * v![i]!) + g[i]!));
    w[i]! -= f(rate * v![i]!);
  }
}
