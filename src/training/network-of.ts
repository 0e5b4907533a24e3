import type { DatasetFacts } from "../data/dataset.ts";
import type { Network } from "../kernels/network.ts";
import type { PhiloxKey } from "../math/philox.ts";
import type { NetworkConfiguration } from "../spec/experiment.ts";
import { layerSizes } from "../trials/layer-sizes.ts";
import { optimizerOf } from "./optimizer-of.ts";

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
