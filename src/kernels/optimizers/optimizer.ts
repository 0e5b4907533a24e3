import type { OptimizerName } from "../../fields/configuration.ts";

/** An optimizer with its coefficients; one that it does not use is left out. */
export interface Optimizer {
  readonly name: OptimizerName;
  /** Share of the velocity (momentum, nesterov) or of the mean gradient (adam, adamw) that a step keeps. */
  readonly beta1?: number;
  /** Share of the mean squared gradient that a step keeps (rmsprop, adam, adamw). */
  readonly beta2?: number;
  /** Added to the root that a step is divided by (adagrad, rmsprop, adam, adamw). */
  readonly epsilon?: number;
  /** lambda / n of the penalty lambda / 2n sum w^2: the gradient of a weight grows by this times w. */
  readonly l2?: number;
  /** lambda / n of the penalty lambda / n sum |w|: the gradient of a weight grows by this times its sign. */
  readonly l1?: number;
  /** Share of eta by which adamw shrinks a weight in each step. */
  readonly weightDecay?: number;
  /** Largest norm of the mean gradient over all parameters; longer ones are shortened to it. */
  readonly clipNorm?: number;
  /** Largest norm of the weights that enter one unit; longer ones are shortened to it after a step. */
  readonly maxNorm?: number;
}

/**
 * Returns whether an optimizer only shrinks all weights alike before a plain step: then they may be kept
 * as a common factor times values that only a step's gradient moves.
 */
export function shrinksByScale({ name, l2 = 0, l1 = 0, clipNorm = 0, maxNorm = 0 }: Optimizer): boolean {
  return name === "sgd" && l2 > 0 && l1 === 0 && clipNorm === 0 && maxNorm === 0;
}
