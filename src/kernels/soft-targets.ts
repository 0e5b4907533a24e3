import type { Network } from "./network.ts";

/** What the outputs of an example are to be, in float32. */
export interface Targets {
  /** Of the label's output. */
  readonly on: number;
  /** Of the other outputs. */
  readonly off: number;
}

/**
 * Returns 1 and 0, or with label smoothing e the mean, weighted by 1 - e and e, of these and of all answers alike: of
 * the classes together for crossEntropy, of yes and no for each output of binaryCrossEntropy.
 * Source: Szegedy et al., "Rethinking the Inception architecture for computer vision" (CVPR 2016), section 7.
 */
export function softTargets({ labelSmoothing = 0, loss, layers }: Network): Targets {
  const answers = loss === "crossEntropy" ? layers.at(-1)!.units : 2;
  const off = labelSmoothing / answers;
  return { on: Math.fround(1 - labelSmoothing + off), off: Math.fround(off) };
}
