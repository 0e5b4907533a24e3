import type { DatasetFacts } from "../data/dataset.ts";
import { sameData } from "../data/same-data.ts";
import { batchExamples } from "./batch-examples.ts";
import { kindOf, networkIn } from "./kind-of.ts";
import type { Configuration, NetworkConfiguration } from "../fields/configuration.ts";

/** The fields of which two values may mean the same training. */
export const FIELDS_WITH_EQUIVALENT_VALUES: readonly string[] = [
  "architecture.activation",
  "batchSize",
  "earlyStopping.metric",
  "earlyStopping.minDelta",
  "earlyStopping.restoreBest",
  "target.metric",
];

/** The fields that mean what they mean together with others; every other one is taken as it is written. */
export const FIELDS_READ_TOGETHER: ReadonlySet<string> = new Set<keyof NetworkConfiguration>([
  "architecture",
  "batchSize",
  "dataset",
  "earlyStopping",
  "target",
]);

/**
 * Returns a configuration with everything removed or rewritten that two equal trainings may spell differently.
 *
 * @param digestOf Returns the data digest.
 */
export function effectiveConfiguration(
  configuration: Configuration,
  facts: DatasetFacts,
  digestOf: () => string,
): Configuration {
  const network = networkIn(configuration);
  if (!network) return kindOf(configuration).effective(configuration);
  const { dataset, architecture, earlyStopping, target } = network;
  return {
    ...network,
    dataset: sameData(dataset, digestOf),
    architecture: architecture.hidden.length > 0 ? architecture : outputOnly(architecture),
    earlyStopping: earlyStopping.patience > 0 ? earlyStopping : undefined,
    target: target.value !== "none" ? target : undefined,
    batchSize: batchExamples(network, facts.sizes.train),
  } as Configuration; // what means nothing is undefined
}

function outputOnly(architecture: NetworkConfiguration["architecture"]): object {
  const { activation: _, ...others } = architecture;
  return others;
}
