import type { DatasetOptions } from "../source.ts";
import type { Dialect } from "./reading/dialect.ts";

export type MissingRule = "error" | "drop" | "mean" | "median" | "mostFrequent";
export type Scaling = "standard" | "minmax" | "none";
export type SplitRule = "stratified" | "random" | "ordered";

/** Options of a table in any format; defaults are those of the schema. */
export interface TableOptions extends DatasetOptions, Dialect {
  readonly name: "csv" | "jsonl";
  /** The file, seen from the folder of the experiment. */
  readonly path: string;
  /** The column to predict: of classes, or of numbers. */
  readonly target?: string;
  /** Several columns of numbers to predict, instead. */
  readonly targets: readonly string[];
  /** Columns that are no inputs; that hold categories although they look like numbers, or the other way round. */
  readonly ignore: readonly string[];
  readonly categories: readonly string[];
  readonly numbers: readonly string[];
  /** What becomes of missing inputs. */
  readonly missing: MissingRule;
  /** Columns with a rule of their own: rows without a value there are left out, or a figure replaces it. */
  readonly dropWithout?: readonly string[];
  readonly fillMean?: readonly string[];
  readonly fillMedian?: readonly string[];
  readonly fillMostFrequent?: readonly string[];
  readonly scaling: Scaling;
  /** The same for columns of numbers to predict. */
  readonly targetScaling: Scaling;
  /** Categories with fewer examples than this in the training part become one. */
  readonly rare: number;
  readonly validationShare: number;
  readonly testShare: number;
  readonly split: SplitRule;
  /** The column whose equal values stay in one part. */
  readonly group?: string;
  /** The column that names the part of each row. */
  readonly splitColumn?: string;
  /** Parts for cross-validation, each the test part of a fold; 0 = none. */
  readonly folds: number;
  /** The only fold, from 1; 0 = all of them. */
  readonly fold: number;
  readonly seed: number;
}
