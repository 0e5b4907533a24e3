import type { Network } from "./network.ts";
import { stepRates } from "./optimizers/step-rates.ts";

/** How the batches of one `train` call are to move the parameters. */
export interface Batches {
  /** Learning rate of each batch. */
  readonly etas: Float64Array;
  /** Examples in all batches together, and in each but the last, which may be smaller. */
  readonly examples: number;
  readonly batchSize: number;
  /** Steps taken before the first of them. */
  readonly stepsBefore: number;
}

/** Returns how many numbers describe the step of one batch to `Session.train`. */
export function stepLength({ optimizer }: Network): number {
  return optimizer ? 4 : 1;
}

/**
 * Returns what `Session.train` needs to know of each batch, computed in float64, then rounded: eta / m, m being the
 * batch's size; with an optimizer 1 / m and the rates of its step: rate, rootScale, decay.
 */
export function batchSteps(
  network: Network,
  { etas, examples, batchSize, stepsBefore }: Batches,
): Float32Array {
  const length = stepLength(network);
  const steps = new Float32Array(etas.length * length);
  etas.forEach((eta, batch) => {
    const size = Math.min(batchSize, examples - batch * batchSize);
    if (!network.optimizer) {
      steps[batch] = eta / size;
      return;
    }
    const { rate, rootScale, decay } = stepRates(network.optimizer, eta, stepsBefore + batch + 1);
    steps.set([1 / size, rate, rootScale, decay], batch * length);
  });
  return steps;
}
