import type { DatasetFacts } from "../data/dataset.ts";
import type { Network } from "../kernels/network.ts";
import type { Configuration } from "../spec/experiment.ts";
import { layerSizes } from "../trials/layer-sizes.ts";
import { optimizerOf } from "./optimizer-of.ts";

/** Returns the network that a configuration describes for a data set. */
export function networkOf(configuration: Configuration, facts: DatasetFacts): Network {
  const { activation, output } = configuration.architecture;
  const sizes = layerSizes(configuration, facts);
  const layers = sizes.slice(1).map((units, l) => ({
    fanIn: sizes[l]!,
    units,
    activation: l === sizes.length - 2 ? output : activation,
  }));
  const optimizer = optimizerOf(configuration.optimizer, facts.sizes.train);
  return { layers, loss: configuration.loss, ...(optimizer && { optimizer }) };
}
