import { DatasetError, type OptionFault } from "../dataset-error.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import type { DatasetOptions } from "../source.ts";
import type { SplitRule } from "../table/table-options.ts";

/** Options of a folder of images; defaults are those of the schema. */
export interface ImagesOptions extends DatasetOptions {
  readonly name: "images";
  /** The folder, seen from that of the experiment: it has a folder for each class. */
  readonly path: string;
  readonly height: number;
  readonly width: number;
  readonly channels: "grey" | "colour";
  readonly validationShare: number;
  readonly testShare: number;
  readonly split: SplitRule;
  readonly folds: number;
  readonly fold: number;
  readonly seed: number;
}

/** Returns what is wrong with a folder of images. */
export function imagesFault(code: ProblemCode, rule: string, found: string): OptionFault {
  return { option: "path", code, message: `Cannot read the images as ${rule}: ${found}` };
}

/** Returns the same as an error. */
export function imagesRefused(code: ProblemCode, rule: string, found: string): DatasetError {
  return new DatasetError([imagesFault(code, rule, found)]);
}
