import type { DatasetOptions } from "../data/source.ts";

/** A value of one field: a number, a word, a list (`hidden`) or a data set with its options. */
export type FieldValue = number | string | readonly number[] | DatasetOptions;
