import type { Loss, OutputActivation } from "../../../fields/configuration.ts";
import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, type Statement } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";

/** Values of a field and data sets that occur together. */
type Meetings<Value> = Iterable<readonly [Cell<Value>, DatasetVariant]>;

const NUMBERS: readonly Loss[] = ["quadratic", "mse", "huber", "binaryCrossEntropy"];

/** Returns the losses that meet, somewhere in the grid, numbers to predict, and compare an answer with a class. */
export function checkLossTargets(losses: Meetings<Loss>): Problem[] {
  return refuse(losses, ({ value }, dataset) => {
    const { name } = dataset;
    if (NUMBERS.includes(value)) return undefined;
    const message = `Cannot train with loss ${value} as there must be classes: ${name} has numbers to predict`;
    return {
      code: "needs-classes",
      message,
      hint: classesHint(dataset) ?? "Write loss: quadratic, mse or huber",
    };
  });
}

/** Returns the outputs that meet, somewhere in the grid, numbers to predict that they cannot reach. */
export function checkOutputTargets(outputs: Meetings<OutputActivation>): Problem[] {
  return refuse(outputs, ({ value }, dataset) => {
    const { name, facts } = dataset;
    const { target } = facts;
    const range = target.kind === "numbers" ? target.range : undefined;
    if (value === "identity") return undefined;
    const [low, high] = range ?? [-Infinity, Infinity];
    if (value === "sigmoid" && low >= 0 && high <= 1) return undefined;
    const rule = value === "softmax" ? "there must be classes" : "every target must lie between 0 and 1";
    const found = range ? `between ${low} and ${high}` : "any numbers";
    const message = `Cannot predict numbers with ${value} outputs as ${rule}: those of ${name} are ${found}`;
    const isForClasses = value === "softmax" && classesHint(dataset);
    return {
      code: value === "softmax" ? "needs-classes" : "output-cannot-reach-targets",
      message,
      hint: isForClasses || "Write output: identity below architecture",
    };
  });
}

/** Returns the shares of label smoothing that meet, somewhere in the grid, numbers to predict. */
export function checkSmoothedTargets(smoothings: Meetings<number>): Problem[] {
  return refuse(smoothings, ({ value }, dataset) => {
    if (value === 0) return undefined;
    const message = `labelSmoothing needs classes (${dataset.name} has numbers to predict)`;
    return { code: "needs-classes", message, hint: classesHint(dataset) ?? "Write labelSmoothing: 0" };
  });
}

/** Returns what to write if the whole numbers to predict are classes; undefined if they can hardly be. */
export function classesHint({
  possibleClasses,
}: Pick<DatasetVariant, "possibleClasses">): string | undefined {
  if (possibleClasses === undefined) return undefined;
  return `If ${possibleClasses} holds classes, write categories: [${possibleClasses}] below dataset`;
}

/** Returns one problem for each value that is refused; where the value is a default, at the data set. */
function refuse<Value>(
  pairs: Meetings<Value>,
  reasonOf: (cell: Cell<Value>, dataset: DatasetVariant) => Statement | undefined,
): Problem[] {
  const problems = new Map<Cell<Value>, Problem>();
  for (const [cell, dataset] of pairs) {
    if (dataset.facts.target.kind === "classes" || problems.has(cell)) continue;
    const reason = reasonOf(cell, dataset);
    if (reason) problems.set(cell, errorAt(cell.place ?? dataset.place, reason));
  }
  return [...problems.values()];
}
