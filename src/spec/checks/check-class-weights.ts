import type { DatasetVariant } from "../fields/dataset-variants.ts";
import type { Problem } from "../problem.ts";
import { errorAt } from "../source-text.ts";
import type { Cell } from "../sweep.ts";

/**
 * Returns the lists of weights that meet, somewhere in the grid, a data set with another number of classes.
 *
 * @param pairs Weights and data sets that occur together.
 */
export function checkClassWeights(pairs: Iterable<readonly [Cell, DatasetVariant]>): Problem[] {
  const problems = new Map<Cell, Problem>();
  for (const [weights, { name, facts }] of pairs) {
    const { value, place } = weights;
    const isFitting = !Array.isArray(value) || value.length === facts.target.count;
    if (isFitting || !place || problems.has(weights)) continue;
    const message = `Cannot weigh the classes as ${name} has ${facts.target.count}: ${value.length} weights`;
    problems.set(weights, errorAt(place, { message, hint: "Write one weight for each class, or balanced" }));
  }
  return [...problems.values()];
}
