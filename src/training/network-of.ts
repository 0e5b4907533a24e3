import type { DatasetFacts } from "../data/dataset.ts";
import type { Network } from "../kernels/network.ts";
import type { Optimizer } from "../kernels/optimizers/optimizer.ts";
import type { PhiloxKey } from "../math/philox.ts";
import type { NetworkConfiguration, OptimizerOptions } from "../fields/configuration.ts";
import { layerSizes } from "../trials/network-work.ts";

/** What a trial adds to its configuration once its data are there. */
interface TrialFacts {
  /** Stream of its dropout. */
  readonly dropoutKey?: PhiloxKey;
  /** What examples of each class count for; undefined = all alike. */
  readonly classWeights?: readonly number[] | undefined;
}

/**
 * Returns the network that a configuration describes for a data set.
 *
 * @param trialFacts What the size of the network does not depend on.
 */
export function networkOf(
  configuration: NetworkConfiguration,
  facts: DatasetFacts,
  { dropoutKey = [0, 0], classWeights }: TrialFacts = {},
): Network {
  const { activation, output } = configuration.architecture;
  const sizes = layerSizes(configuration, facts);
  const layers = sizes.slice(1).map((units, l) => ({
    fanIn: sizes[l]!,
    units,
    activation: l === sizes.length - 2 ? output : activation,
  }));
  const { dropout: rate } = configuration.architecture;
  const { loss, labelSmoothing } = configuration;
  const optimizer = optimizerOf(configuration.optimizer, facts.sizes.train);
  return {
    layers,
    loss,
    ...(labelSmoothing > 0 && { labelSmoothing }),
    ...(classWeights && { classWeights }),
    ...(rate > 0 && { dropout: { rate, key: dropoutKey } }),
    ...(optimizer && { optimizer }),
  };
}

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
