import type { Dataset } from "./dataset.ts";
import { datasetSource } from "./registry.ts";
import type { DatasetOptions, FolderContext } from "./source.ts";

/**
 * Returns the arrays of the data set that `options` name. Nothing is kept: a caller that shares a data set holds on
 * to it.
 * @throws {GridientError} E_DATA if the data cannot be had.
 */
export async function loadDataset(options: DatasetOptions, context: FolderContext): Promise<Dataset> {
  return datasetSource(options.name).load(options, context);
}
