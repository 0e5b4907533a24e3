import type { DatasetFacts } from "../../data/dataset.ts";
import { batchExamples } from "./batch-examples.ts";
import type { Configuration } from "../experiment.ts";

/** The fields of which two values may mean the same training. */
export const RESPELT_FIELDS: readonly string[] = [
  "architecture.activation",
  "batchSize",
  "earlyStopping.metric",
  "earlyStopping.minDelta",
  "earlyStopping.restoreBest",
  "target.metric",
];

/** Returns a configuration with everything removed or rewritten that two equal trainings may spell differently. */
export function effectiveConfiguration(configuration: Configuration, facts: DatasetFacts): Configuration {
  const { architecture, earlyStopping, target, ...others } = configuration;
  const { activation: _, ...outputOnly } = architecture;
  return {
    ...others,
    ...(earlyStopping.patience > 0 && { earlyStopping }),
    ...(target.value !== "none" && { target }),
    architecture: (architecture.hidden.length > 0
      ? architecture
      : outputOnly) as Configuration["architecture"],
    batchSize: batchExamples(configuration, facts.sizes.train),
  } as Configuration; // without what means nothing
}
