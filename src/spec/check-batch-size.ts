import type { DatasetVariant } from "./dataset-variants.ts";
import { valuesOf, type Draft } from "./draft.ts";
import type { Problem } from "./problem.ts";
import { errorAt } from "./source-text.ts";

/** Returns the batch sizes that are larger than the smallest training part in the grid. */
export function checkBatchSize(draft: Draft, variants: readonly DatasetVariant[]): Problem[] {
  const [first, ...others] = variants;
  if (!first) return [];
  const trainOf = ({ facts }: DatasetVariant) => facts.sizes.train;
  const smallest = others.reduce((a, b) => (trainOf(b) < trainOf(a) ? b : a), first);
  const most = trainOf(smallest);
  const sizes = valuesOf(draft, "batchSize").map(({ value, place }) => ({ size: Number(value), place }));
  const tooLarge = sizes.filter(({ size }) => size > most); // never true of full, which is no number
  return tooLarge.map(({ size, place }) => {
    const found = place ? `${size}` : `${size}, its default`;
    const message = `Cannot use batchSize as it must be at most ${most}, the training part of ${smallest.name}: ${found}`;
    return errorAt(place ?? smallest.place, {
      message,
      hint: `Write batchSize: ${most}, or batchSize: full`,
    });
  });
}
