import type { DatasetFacts } from "../data/dataset.ts";
import type { NetworkConfiguration } from "../spec/experiment.ts";

/** Returns the units of every layer, the inputs first: [784, 30, 10]. */
export function layerSizes(
  { architecture }: NetworkConfiguration,
  { features, target }: DatasetFacts,
): number[] {
  return [features, ...architecture.hidden, target.count];
}
