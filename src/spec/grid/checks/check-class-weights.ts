import type { ClassWeights } from "../../../fields/configuration.ts";
import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, type Statement } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";
import { classesHint } from "./check-targets.ts";

/**
 * Returns the weights that meet, somewhere in the grid, a data set without classes, or with another number of them.
 *
 * @param pairs Weights and data sets that occur together.
 */
export function checkClassWeights(pairs: Iterable<readonly [Cell<ClassWeights>, DatasetVariant]>): Problem[] {
  const problems = new Map<Cell, Problem>();
  for (const [weights, dataset] of pairs) {
    const { place } = weights;
    const statement = misfitOf(weights.value, dataset);
    if (statement && place && !problems.has(weights)) problems.set(weights, errorAt(place, statement));
  }
  return [...problems.values()];
}

function misfitOf(value: ClassWeights, dataset: DatasetVariant): Statement | undefined {
  const { name, facts } = dataset;
  const { kind, count } = facts.target;
  if (kind === "numbers" && value !== "none") {
    const message = `classWeights needs classes (${name} has numbers to predict)`;
    return { code: "needs-classes", message, hint: classesHint(dataset) ?? "Write classWeights: none" };
  }
  if (typeof value === "string" || value.length === count) return undefined;
  const message = `Cannot weigh the classes as ${name} has ${count}: ${value.length} weights`;
  return { code: "wrong-length", message, hint: "Write one weight for each class, or balanced" };
}
