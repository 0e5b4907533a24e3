import type { DatasetFacts } from "../../data/dataset.ts";
import type { ClassWeights } from "../experiment.ts";
import type { DatasetVariant } from "../fields/dataset-variants.ts";
import type { Problem } from "../problem.ts";
import { errorAt, type Statement } from "../source-text.ts";
import type { Cell } from "../sweep.ts";

/**
 * Returns the weights that meet, somewhere in the grid, a data set without classes, or with another number of them.
 *
 * @param pairs Weights and data sets that occur together.
 */
export function checkClassWeights(pairs: Iterable<readonly [Cell, DatasetVariant]>): Problem[] {
  const problems = new Map<Cell, Problem>();
  for (const [weights, { name, facts }] of pairs) {
    const { place } = weights;
    const statement = misfitOf(weights.value as ClassWeights, name, facts);
    if (statement && place && !problems.has(weights)) problems.set(weights, errorAt(place, statement));
  }
  return [...problems.values()];
}

function misfitOf(value: ClassWeights, name: string, { target }: DatasetFacts): Statement | undefined {
  const { kind, count } = target;
  if (kind === "numbers" && value !== "none") {
    const message = `Cannot weigh the classes as there must be some: ${name} has numbers to predict`;
    return { message, hint: "Write classWeights: none" };
  }
  if (typeof value === "string" || value.length === count) return undefined;
  const message = `Cannot weigh the classes as ${name} has ${count}: ${value.length} weights`;
  return { message, hint: "Write one weight for each class, or balanced" };
}
