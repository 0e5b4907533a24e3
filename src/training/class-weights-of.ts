import type { DatasetMemory } from "../kernels/dataset-memory.ts";
import type { ClassWeights } from "../spec/experiment.ts";
import { classCounts } from "./evaluated-part.ts";

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
