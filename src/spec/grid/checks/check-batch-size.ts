import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";

/**
 * Returns the batch sizes that are larger than the smallest training part they meet. The default is not held to
 * it: it then means the whole training part.
 *
 * @param pairs Batch sizes and data sets that occur together.
 */
export function checkBatchSize(pairs: Iterable<readonly [Cell, DatasetVariant]>): Problem[] {
  const smallest = new Map<Cell, DatasetVariant>();
  for (const [cell, variant] of pairs) {
    const known = smallest.get(cell);
    if (!known || trainOf(variant) < trainOf(known)) smallest.set(cell, variant);
  }
  return [...smallest].flatMap(([{ value, place }, variant]) => {
    const most = trainOf(variant);
    if (!place || !(Number(value) > most)) return []; // Number("full") is NaN
    const message = `batchSize must be at most ${most}, the training part of ${variant.name} (got ${Number(value)})`;
    return [
      errorAt(place, {
        code: "batch-larger-than-data",
        message,
        hint: `Write batchSize: ${most}, or batchSize: full`,
      }),
    ];
  });
}

function trainOf({ facts }: DatasetVariant): number {
  return facts.sizes.train;
}
