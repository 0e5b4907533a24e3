import type { DatasetFacts } from "../data/dataset.ts";
import type { NetworkConfiguration } from "../spec/experiment.ts";
import { layersOf, type Tensors } from "../training/checkpoint.ts";
import { networkOf } from "../training/network-of.ts";
import type { ModelLayer } from "./model.ts";

/** Returns the layers of the network that a configuration describes, with the weights it had learnt. */
export function modelLayers(
  configuration: NetworkConfiguration,
  facts: DatasetFacts,
  tensors: Tensors,
): ModelLayer[] {
  const parameters = layersOf(tensors);
  return networkOf(configuration, facts).layers.map((layer, l) => ({ ...layer, ...parameters[l]! }));
}
