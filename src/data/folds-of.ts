import type { DatasetOptions } from "./source.ts";

/** Returns the numbers of the folds, from 1, over which a data set is to be learnt; none if it is divided once for all. */
export function foldsOf({ folds, fold }: DatasetOptions): number[] {
  const count = typeof folds === "number" ? folds : 0;
  if (count === 0) return [];
  return typeof fold === "number" && fold > 0 ? [fold] : Array.from({ length: count }, (_, i) => i + 1);
}
