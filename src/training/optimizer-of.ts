import type { Optimizer } from "../kernels/optimizers/optimizer.ts";
import type { OptimizerOptions } from "../spec/experiment.ts";

/**
 * Returns what a kernel needs to know of an optimizer; undefined for plain gradient descent, which needs nothing.
 *
 * @param examples Training examples n: the spec's penalties are lambda / 2n sum w^2 and lambda / n sum |w|.
 */
export function optimizerOf(options: OptimizerOptions, examples: number): Optimizer | undefined {
  const { name, momentum, beta1 = momentum, l2, l1, ...others } = options;
  const penalties = { ...(l2 && { l2: Number(l2) / examples }), ...(l1 && { l1: Number(l1) / examples }) };
  const optimizer = { name, ...(beta1 !== undefined && { beta1 }), ...penalties, ...others } as Optimizer;
  const { clipNorm, maxNorm } = optimizer;
  return name === "sgd" && !l2 && !l1 && !clipNorm && !maxNorm ? undefined : optimizer;
}
