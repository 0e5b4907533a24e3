import { DatasetError, type OptionFault } from "../dataset-error.ts";

/** Returns what is wrong with a folder of images. */
export function imagesFault(rule: string, found: string): OptionFault {
  return { option: "path", message: `Cannot read the images as ${rule}: ${found}` };
}

/** Returns the same as an error. */
export function imagesRefused(rule: string, found: string): DatasetError {
  return new DatasetError([imagesFault(rule, found)]);
}
