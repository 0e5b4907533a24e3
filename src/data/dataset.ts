/**
 * What a data set is, once it has been built.
 * @module
 */

import type { TableEncoding } from "./table/encoding.ts";

/** The parts a data set is divided into. */
export type PartName = "train" | "validation" | "test";

/** Numbers of examples in each part. */
export type PartSizes = Readonly<Record<PartName, number>>;

/** Facts that follow from a data set's name and options alone, before any array exists. */
export interface DatasetFacts {
  /** Numbers per example. */
  readonly features: number;
  /** Number of classes, at least 2. */
  readonly classes: number;
  readonly sizes: PartSizes;
  /** Height and width where an example is a grey image; [1, 2] and the like never occur. */
  readonly image?: readonly [height: number, width: number];
}

/** A classification data set in memory: inputs, a class for each example, and the parts as lists of rows. */
export interface Dataset extends DatasetFacts {
  /** Row-major [examples, features]. A byte v stands for the float32 nearest to v / 255. */
  readonly inputs: Uint8Array | Float32Array;
  /** Class of each example, each in 0..classes-1. */
  readonly labels: Uint8Array;
  /** Row numbers of each part, in the order in which the data set lists them. */
  readonly parts: Readonly<Record<PartName, Uint32Array>>;
  /** How the columns of a table became inputs and targets; absent for what is no table. */
  readonly encoding?: TableEncoding;
}
