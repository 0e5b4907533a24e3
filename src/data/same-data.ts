import { PATH_OPTIONS, type DatasetOptions } from "./source.ts";

/**
 * Returns the options of a data set so that two of them are equal if they give the same data: for one in files their
 * digest, so that it does not matter where these lie.
 *
 * @param digestOf Returns the data digest: it is asked for only where it is needed, as it takes time.
 */
export function sameData(options: DatasetOptions, digestOf: () => string): DatasetOptions {
  const isInFiles = PATH_OPTIONS.some((option) => options[option] !== undefined);
  return isInFiles ? { name: options.name, digest: digestOf() } : options;
}
