import { datasetSource } from "./registry.ts";
import type { DatasetOptions } from "./source.ts";

/** Returns the options of a data set with those that follow from the others, as long as they are not written. */
export function fillOptions(options: DatasetOptions, isWritten: (option: string) => boolean): DatasetOptions {
  return datasetSource(options.name).fill?.(options, isWritten) ?? options;
}
