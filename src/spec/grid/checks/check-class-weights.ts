import type { ClassWeights } from "../../../fields/configuration.ts";
import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";
import { needsClasses } from "./check-targets.ts";
import { statement, type Statement } from "../../../statement.ts";

/**
 * Returns the weights that meet, somewhere in the grid, a data set without classes, or with another number of them.
 *
 * @param pairs Weights and data sets that occur together.
 */
export function checkClassWeights(pairs: Iterable<readonly [Cell<ClassWeights>, DatasetVariant]>): Problem[] {
  const problems = new Map<Cell, Problem>();
  for (const [weights, dataset] of pairs) {
    const { place } = weights;
    const wrong = mismatch(weights.value, dataset);
    if (wrong && place && !problems.has(weights)) problems.set(weights, errorAt(place, wrong));
  }
  return [...problems.values()];
}

function mismatch(value: ClassWeights, dataset: DatasetVariant): Statement | undefined {
  const { name, facts } = dataset;
  const { kind, count } = facts.target;
  if (kind === "numbers" && value !== "none")
    return needsClasses("classWeights", dataset, "Write classWeights: none");
  if (typeof value === "string" || value.length === count) return undefined;
  const rule = { verb: "must have", allowed: `${count} weights, one for each class of ${name}` };
  return statement(
    "wrong-length",
    { subject: "classWeights", ...rule, found: value.length },
    "Write one weight for each class, or balanced",
  );
}
