import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";
import { statement } from "../../../statement.ts";

/**
 * Returns the batch sizes that are larger than the smallest training part they meet. The default may be larger: it
 * then means the whole training part.
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
    const allowed = `at most ${most}, the training part of ${variant.name}`;
    const rule = { subject: "batchSize", allowed, found: Number(value) };
    const hint = `Write batchSize: ${most}, or batchSize: full`;
    return [errorAt(place, statement("batch-larger-than-data", rule, hint))];
  });
}

function trainOf({ facts }: DatasetVariant): number {
  return facts.sizes.train;
}
