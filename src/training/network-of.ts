import type { DatasetFacts } from "../data/dataset.ts";
import type { Network } from "../kernels/network.ts";
import type { PhiloxKey } from "../math/philox.ts";
import type { Configuration } from "../spec/experiment.ts";
import { layerSizes } from "../trials/layer-sizes.ts";
import { optimizerOf } from "./optimizer-of.ts";

/**
 * Returns the network that a configuration describes for a data set.
 *
 * @param dropoutKey Stream of the trial's dropout; the size of the network does not depend on it.
 */
export function networkOf(
  configuration: Configuration,
  facts: DatasetFacts,
  dropoutKey: PhiloxKey = [0, 0],
): Network {
  const { activation, output } = configuration.architecture;
  const sizes = layerSizes(configuration, facts);
  const layers = sizes.slice(1).map((units, l) => ({
    fanIn: sizes[l]!,
    units,
    activation: l === sizes.length - 2 ? output : activation,
  }));
  const { dropout: rate } = configuration.architecture;
  const optimizer = optimizerOf(configuration.optimizer, facts.sizes.train);
  return {
    layers,
    loss: configuration.loss,
    ...(rate > 0 && { dropout: { rate, key: dropoutKey } }),
    ...(optimizer && { optimizer }),
  };
}
