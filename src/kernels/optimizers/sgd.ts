import type { UpdateRates, Vector } from "./update-rule.ts";

/** w = w - eta g. */
export function updateSgd(w: Vector, g: Vector, _: readonly Vector[], { rate, round: f }: UpdateRates): void {
  for (let i = 0; i < w.length; i++) w[i]! -= f(rate * g[i]!);
}
