/**
 * How the columns of a table become a network's inputs and targets: plain data, fitted on the training part alone, and
 * part of every model that learns from it.
 * @module
 */

import type { CellWriting } from "./reading/writing/cell-writing.ts";
import type { FileDialect } from "./reading/dialect.ts";

/** A column of the inputs. */
export type ColumnEncoding = NumberEncoding | CategoryEncoding;

/** A column of numbers, one input: (x - center) / scale in float64, then rounded to float32. */
export interface NumberEncoding {
  readonly kind: "number";
  readonly column: string;
  readonly center: number;
  /** Never 0. */
  readonly scale: number;
  /** What a missing value counts as; absent = a missing value is an error. */
  readonly missing?: number;
  /** How texts spell its numbers; absent = plainly. */
  readonly writing?: CellWriting;
}

/** A column of categories, one input for each: 1 for the value's own, 0 for the others. */
export interface CategoryEncoding {
  readonly kind: "category";
  readonly column: string;
  /** In the order of their inputs, sorted by code unit. */
  readonly categories: readonly string[];
  /** What a missing value counts as; absent = a missing value is an error. */
  readonly missing?: string;
  /** The category that rare and unknown values become; absent = an unknown value has a 0 everywhere. */
  readonly other?: string;
}

/** What a network is to answer. */
export type TargetEncoding = ClassesEncoding | NumbersEncoding;

/** A column of classes, one output for each. */
export interface ClassesEncoding {
  readonly kind: "classes";
  readonly column: string;
  /** In the order of their outputs, sorted by code unit. */
  readonly classes: readonly string[];
}

/** Columns of numbers, one output for each. */
export interface NumbersEncoding {
  readonly kind: "numbers";
  readonly columns: readonly TargetColumn[];
}

/** A column to predict: the output a means a * scale + center. */
export interface TargetColumn {
  readonly column: string;
  readonly center: number;
  /** Never 0. */
  readonly scale: number;
}

/** Everything that leads from a row of a table to inputs, and from outputs back to it. */
export interface TableEncoding {
  /** In the order of the table's columns. */
  readonly inputs: readonly ColumnEncoding[];
  readonly target: TargetEncoding;
  /** How the file is written, as far as other files of such rows must be, too; absent = as the defaults have it. */
  readonly dialect?: FileDialect;
}
