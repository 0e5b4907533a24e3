import type { OptionFault } from "../dataset-error.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import type { DatasetOptions } from "../source.ts";
import type { SplitRule } from "../table/table-options.ts";
import { statement, type Says } from "../../statement.ts";

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
export function imagesFault(code: ProblemCode, says: Says): OptionFault {
  return { option: "path", ...statement(code, says) };
}
