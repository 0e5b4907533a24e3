/**
 * What a data set is, once it has been built.
 * @module
 */

import type { TableEncoding } from "./table/encoding.ts";

/** The parts a data set is divided into. */
export type PartName = "train" | "validation" | "test";

/** Numbers of examples in each part. */
export type PartSizes = Readonly<Record<PartName, number>>;

/** What a network is to answer about an example: one of several classes, or numbers. */
export type TargetFacts = ClassFacts | NumberFacts;

/** One of `count` classes, at least 2: the network has one output for each. */
export interface ClassFacts {
  readonly kind: "classes";
  readonly count: number;
  readonly names?: readonly string[];
}

/** `count` numbers, at least 1: the network has one output for each. */
export interface NumberFacts {
  readonly kind: "numbers";
  readonly count: number;
  readonly names?: readonly string[];
  /** What no target lies below or above, where that is known; absent = anything may occur. */
  readonly range?: readonly [low: number, high: number];
  /** What a target of 1 is in the units of the data, for each of them; absent = 1. */
  readonly scales?: readonly number[];
}

/** Facts that follow from a data set's name and options alone, before any array exists. */
export interface DatasetFacts {
  /** Numbers per example. */
  readonly features: number;
  readonly target: TargetFacts;
  readonly sizes: PartSizes;
  /** Height and width where an example is a grey image; [1, 2] and the like never occur. */
  readonly image?: readonly [height: number, width: number];
}

/** A data set in memory: inputs, a target for each example, and the parts as lists of rows. */
export type Dataset = ClassDataset | NumberDataset;

/** A data set whose examples belong to classes. */
export interface ClassDataset extends InputArrays {
  /** Class of each example, each in 0..count-1. */
  readonly labels: Uint8Array;
  readonly targets?: undefined;
}

/** A data set whose examples have numbers to predict. */
export interface NumberDataset extends InputArrays {
  /** Row-major [examples, count], all finite. */
  readonly targets: Float32Array;
  readonly labels?: undefined;
}

interface InputArrays extends DatasetFacts {
  /** Row-major [examples, features]. A byte v means the float32 nearest to v / 255. */
  readonly inputs: Uint8Array | Float32Array;
  /** Of an image in bytes, grey or not: how they lie, row-major. Absent = as `image` says, or in one row. */
  readonly pixels?: readonly [height: number, width: number, channels: number];
  /** Row numbers of each part, in the order in which the data set lists them. */
  readonly parts: Readonly<Record<PartName, Uint32Array>>;
  /** How the columns of a table became inputs and targets; absent for what is no table. */
  readonly encoding?: TableEncoding;
}
