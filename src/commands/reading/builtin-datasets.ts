import { DATASETS } from "../../data/registry.ts";
import type { DatasetFacts } from "../../data/dataset.ts";
import type { DatasetOptions, DatasetSource } from "../../data/source.ts";
import { defaultOptions } from "../../fields/defaults.ts";
import { namedSchema } from "../../fields/experiment-schema.ts";

/** Returns the data sets that need nothing but their name, in the order in which they are listed. */
export function builtinDatasets(): DatasetSource[] {
  return [...DATASETS.values()].filter(({ name }) => namedSchema(name).required!.length === 1);
}

/** Returns what is known of one of them with its default options. */
export function builtinFacts(source: DatasetSource): DatasetFacts {
  return source.facts(defaultOptions(source.name) as DatasetOptions);
}
