import { recipeDigest } from "./recipe-digest.ts";
import { datasetSource } from "./registry.ts";
import { FOLDER, type DatasetOptions } from "./source.ts";

/**
 * Returns the options of a data set so that two of them are equal if they give the same data: for one in files their
 * digest, so that it does not matter where these lie.
 */
export function sameData(options: DatasetOptions): DatasetOptions {
  if (options[FOLDER] === undefined) return options;
  const { name } = options;
  return { name, digest: recipeDigest(datasetSource(name).recipe(options)) };
}
