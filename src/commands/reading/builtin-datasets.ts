import { DATASETS } from "../../data/registry.ts";
import type { DatasetFacts } from "../../data/dataset.ts";
import type { DatasetOptions, DatasetSource } from "../../data/source.ts";
import { defaultOptions } from "../../spec/schema/defaults.ts";
import { optionsSchema } from "../../spec/schema/experiment-schema.ts";

/** Returns the data sets that need nothing but their name, in the order in which they are listed. */
export function builtinDatasets(): DatasetSource[] {
  return [...DATASETS.values()].filter(({ name }) => optionsSchema(name).required!.length === 1);
}

/** Returns what is known of one of them with its default options. */
export function builtinFacts(source: DatasetSource): DatasetFacts {
  return source.facts(defaultOptions(source.name) as DatasetOptions);
}
