import type { PartName } from "../data/dataset.ts";
import { partRows, type DatasetMemory } from "../kernels/dataset-memory.ts";
import type { ClassWeights } from "../fields/configuration.ts";
import type { EvaluatedPart } from "./record.ts";

/** Returns the part that choices are made on: validation where there is one, else test. */
export function evaluatedPart(data: DatasetMemory): PartName {
  return data.sizes.validation > 0 ? "validation" : "test";
}

/** Returns the class of each row; of data with classes. */
export function labelsOf(data: DatasetMemory, rows: Uint32Array): Uint8Array {
  const labels = new Uint8Array(data.memory.buffer, data.targetsOffset, data.examples);
  const found = new Uint8Array(rows.length); // `from` with a function takes many times as long
  for (let i = 0; i < rows.length; i++) found[i] = labels[rows[i]!]!;
  return found;
}

/** Returns how many examples of each class the part has; of data with classes. */
export function classCounts(data: DatasetMemory, part: PartName): number[] {
  const counts = new Array<number>(data.target.count).fill(0);
  for (const label of labelsOf(data, partRows(data, part))) counts[label]!++;
  return counts;
}

/** Returns the part that choices are made on, with how often each class occurs in it. */
export function evaluatedExamples(data: DatasetMemory): EvaluatedPart {
  const part = evaluatedPart(data);
  return data.target.kind === "classes" ? { part, classCounts: classCounts(data, part) } : { part };
}

/**
 * Returns what the loss of an example of each class is multiplied by, [classes]; undefined where all count alike.
 * `balanced` is n / (k n_c), n training examples, k classes, n_c examples of the class, so that the mean over the
 * training part stays 1; a class without examples there weighs 1.
 * Source: King and Zeng, "Logistic regression in rare events data" (Political Analysis 9, 2001).
 */
export function classWeightsOf(weights: ClassWeights, data: DatasetMemory): readonly number[] | undefined {
  if (weights === "none") return undefined;
  if (weights !== "balanced") return weights;
  const { target, sizes } = data;
  return classCounts(data, "train").map((count) => (count > 0 ? sizes.train / (target.count * count) : 1));
}
