import type { Loss, OutputActivation } from "../../../fields/configuration.ts";
import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";
import { statement, type Statement } from "../../../statement.ts";

/** Values of a field and data sets that occur together. */
type Meetings<Value> = Iterable<readonly [Cell<Value>, DatasetVariant]>;

const NUMBERS: readonly Loss[] = ["quadratic", "mse", "huber", "binaryCrossEntropy"];

/** Returns the losses that meet, somewhere in the grid, numbers to predict, and compare an answer with a class. */
export function checkLossTargets(losses: Meetings<Loss>): Problem[] {
  return refuse(losses, ({ value }, dataset) => {
    if (NUMBERS.includes(value)) return undefined;
    return needsClasses(`loss: ${value}`, dataset, "Write loss: quadratic, mse or huber");
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
    const hint = "Write output: identity below architecture";
    if (value === "softmax") return needsClasses("output: softmax", dataset, hint);
    const found = `${range ? `numbers from ${low} to ${high}` : "any numbers"} in ${name}`;
    const rule = { subject: `output: ${value}`, verb: "needs", allowed: "targets from 0 to 1", found };
    return statement("output-cannot-reach-targets", rule, hint);
  });
}

/** Returns the shares of label smoothing that meet, somewhere in the grid, numbers to predict. */
export function checkSmoothedTargets(smoothings: Meetings<number>): Problem[] {
  return refuse(smoothings, ({ value }, dataset) => {
    if (value === 0) return undefined;
    return needsClasses("labelSmoothing", dataset, "Write labelSmoothing: 0");
  });
}

/** Returns that a setting needs classes, and what to do if the numbers to predict are none. */
export function needsClasses(subject: string, dataset: DatasetVariant, hint: string): Statement {
  const rule = { verb: "needs", allowed: "classes", found: `numbers to predict in ${dataset.name}` };
  return statement("needs-classes", { subject, ...rule }, classesHint(dataset) ?? hint);
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
