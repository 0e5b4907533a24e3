import type { PartName } from "../dataset.ts";

/** Row numbers of each part, ascending. */
export type Parts = Readonly<Record<PartName, Uint32Array>>;

/** How rows are divided. */
export interface SplitPlan {
  /** Shares of all rows, each at least 0 and together below 1; the rest is for training. */
  readonly validation: number;
  readonly test: number;
  /** If there, the test part is the one of `of` equal parts that has this number, from 0, and `test` does not count. */
  readonly fold?: Fold;
}

/** One of the equal parts of a cross-validation. */
export interface Fold {
  /** From 0. */
  readonly number: number;
  readonly of: number;
}

/** The part of a row, as a byte. */
export const TRAIN = 0;
export const VALIDATION = 1;
export const TEST = 2;

/** Returns the rows of each part. @param parts The part of each row. */
export function partsOf(parts: Uint8Array): Parts {
  return { train: rowsOf(parts, TRAIN), validation: rowsOf(parts, VALIDATION), test: rowsOf(parts, TEST) };
}

function rowsOf(parts: Uint8Array, wanted: number): Uint32Array {
  let count = 0;
  for (const part of parts) if (part === wanted) count++;
  const rows = new Uint32Array(count);
  let next = 0;
  parts.forEach((part, row) => {
    if (part === wanted) rows[next++] = row;
  });
  return rows;
}
