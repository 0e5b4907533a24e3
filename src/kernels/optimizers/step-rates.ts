import { integerPower } from "../../math/integer-power.ts";
import type { Optimizer } from "./optimizer.ts";

/** What changes from one step to the next. */
export interface StepRates {
  /** The size of the step; for adam and adamw already divided by 1 - beta1^t. */
  readonly rate: number;
  /** 1 / sqrt(1 - beta2^t): what the root of the mean squared gradient is multiplied by (adam, adamw). */
  readonly rootScale: number;
  /** What a weight is shortened by in a step, as a share of itself (adamw). */
  readonly decay: number;
}

/**
 * Returns the rates of step `t`, counted from 1, in float64.
 * Source: Kingma and Ba, "Adam" (ICLR 2015), section 2, in the order of operations that spares temporary vectors.
 */
export function stepRates(
  { name, beta1 = 0, beta2 = 0, weightDecay = 0 }: Optimizer,
  eta: number,
  t: number,
): StepRates {
  if (name !== "adam" && name !== "adamw") return { rate: eta, rootScale: 1, decay: 0 };
  return {
    rate: eta / (1 - integerPower(beta1, t)),
    rootScale: 1 / Math.sqrt(1 - integerPower(beta2, t)),
    decay: eta * weightDecay,
  };
}
