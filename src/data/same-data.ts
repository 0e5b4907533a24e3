import { recipeDigest } from "./recipe-digest.ts";
import { datasetSource } from "./registry.ts";
import { FOLDER, PATH_OPTIONS, type DatasetOptions } from "./source.ts";

/**
 * Returns the options of a data set so that two of them are equal if they give the same data: for one in files their
 * digest, so that it does not matter where these lie.
 */
export function sameData(options: DatasetOptions): DatasetOptions {
  if (options[FOLDER] === undefined) return options;
  return sameDataAs(options, recipeDigest(datasetSource(options.name).recipe(options)));
}

/** The same for a data set whose files, if it is in files, are not here; their digest is known. */
export function sameDataAs(options: DatasetOptions, digest: string): DatasetOptions {
  const isInFiles = PATH_OPTIONS.some((option) => options[option] !== undefined);
  return isInFiles ? { name: options.name, digest } : options;
}
