import { flushState, type UpdateRates, type Vector } from "./update-rule.ts";

/**
 * m = beta1 m + (1 - beta1) g; s = beta2 s + (1 - beta2) g^2; w = w - rate m / (rootScale sqrt s + epsilon). The two
 * rates hold the corrections of the first steps, see step-rates.ts.
 * Source: Kingma and Ba, "Adam" (ICLR 2015); adamw: Loshchilov and Hutter, "Decoupled weight decay" (ICLR 2019).
 */
export function updateAdam(
  w: Vector,
  g: Vector,
  [m, s]: readonly Vector[],
  { rate, rootScale, beta1, gain1, beta2, gain2, epsilon, round: f }: UpdateRates,
): void {
  for (let i = 0; i < w.length; i++) {
    m![i] = flushState(f(f(beta1 * m![i]!) + f(gain1 * g[i]!)));
    s![i] = flushState(f(f(beta2 * s![i]!) + f(gain2 * f(g[i]! * g[i]!))));
    w[i]! -= f(f(rate * m![i]!) / f(f(rootScale * f(Math.sqrt(s![i]!))) + epsilon));
  }
}
