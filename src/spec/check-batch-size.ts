import type { DatasetVariant } from "./dataset-variants.ts";
import { valuesOf, type Draft } from "./draft.ts";
import type { Problem } from "./problem.ts";
import { errorAt } from "./source-text.ts";

/**
 * Returns the batch sizes that are larger than the smallest training part in the grid. The default is not held to
 * it: it then means the whole training part.
 */
export function checkBatchSize(draft: Draft, variants: readonly DatasetVariant[]): Problem[] {
  const [first, ...others] = variants;
  if (!first) return [];
  const trainOf = ({ facts }: DatasetVariant) => facts.sizes.train;
  const smallest = others.reduce((a, b) => (trainOf(b) < trainOf(a) ? b : a), first);
  const most = trainOf(smallest);
  return valuesOf(draft, "batchSize").flatMap(({ value, place }) => {
    if (!place || !(Number(value) > most)) return []; // Number("full") is NaN
    const message = `Cannot use batchSize as it must be at most ${most}, the training part of ${smallest.name}: ${Number(value)}`;
    return [errorAt(place, { message, hint: `Write batchSize: ${most}, or batchSize: full` })];
  });
}
