import type { LayerParameters } from "../network.ts";
import type { Optimizer } from "../optimizers/optimizer.ts";
import { ruleOf } from "../optimizers/rule-of.ts";
import { takeStep } from "../optimizers/take-step.ts";
import type { OptimizerState } from "../kernel.ts";

const f = Math.fround;

/** Moves the parameters by an optimizer's rule; `gradient` is used up, `state` brought up to date. */
export function optimizedStep(
  optimizer: Optimizer,
  [meanScale, rate, rootScale, decay]: Float32Array,
  {
    parameters,
    gradient,
    state,
  }: {
    parameters: readonly LayerParameters[];
    gradient: readonly LayerParameters[];
    state: OptimizerState;
  },
): void {
  const scale = clippedScale(gradient, meanScale!, optimizer.clipNorm ?? 0);
  const rates = { rate: rate!, rootScale: rootScale!, decay: decay! };
  const names = ruleOf(optimizer.name).state;
  parameters.forEach((layer, l) => {
    for (const part of ["weights", "biases"] as const) {
      const g = gradient[l]![part].map((sum) => scale * sum);
      const vectors = names.map((name) => state[name]![l]![part]);
      const isPenalized = part === "weights";
      takeStep({ optimizer, rates, w: layer[part], g, state: vectors, isPenalized, round: f });
    }
    if (optimizer.maxNorm) limitNorms(layer, f(optimizer.maxNorm));
  });
}

/** Returns the factor that makes the summed gradient a mean no longer than `clipNorm`; 0 is no limit. */
function clippedScale(gradient: readonly LayerParameters[], scale: number, clipNorm: number): number {
  if (clipNorm === 0) return scale;
  const norm = Math.sqrt(sumOfSquares(gradient)) * scale;
  return norm > f(clipNorm) ? f(scale * (f(clipNorm) / norm)) : scale;
}

/** Four sums, by unit modulo 4, so that vectors of four units can be added up side by side. */
function sumOfSquares(gradient: readonly LayerParameters[]): number {
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  for (const { weights, biases } of gradient) {
    const units = biases.length;
    const fanIn = weights.length / units;
    for (let i = 0; i < fanIn; i++)
      for (let j = 0; j < units; j++) sums[j % 4]! += weights[j * fanIn + i]! * weights[j * fanIn + i]!;
    for (let j = 0; j < units; j++) sums[j % 4]! += biases[j]! * biases[j]!;
  }
  return sums[0] + sums[1] + (sums[2] + sums[3]);
}

/**
 * Shortens the weights that enter a unit to the length `most`.
 * Source: Srivastava et al., "Dropout" (JMLR 15, 2014), section 5.1.
 */
function limitNorms({ weights, biases }: LayerParameters, most: number): void {
  const fanIn = weights.length / biases.length;
  for (let j = 0; j < biases.length; j++) {
    const entering = weights.subarray(j * fanIn, (j + 1) * fanIn);
    const norm = f(Math.sqrt(entering.reduce((sum, w) => f(sum + f(w * w)), 0)));
    if (norm > most) entering.forEach((w, i) => (entering[i] = f(w * f(most / norm)) + 0)); // no -0
  }
}
