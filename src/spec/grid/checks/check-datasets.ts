import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import { statement } from "../../../statement.ts";

/** Images in MNIST's training files, for the parts train and validation together. */
const TRAINING_IMAGES = 60_000;

/** Returns that train and validation together ask for more images than MNIST has, if so. */
export function checkMnist(variants: readonly DatasetVariant[]): Problem[] {
  const greedy = variants.find(({ name, facts: { sizes } }) => {
    return name === "mnist" && sizes.train + sizes.validation > TRAINING_IMAGES;
  });
  if (!greedy) return [];
  const { train, validation } = greedy.facts.sizes;
  const rule = { verb: "must have", allowed: `at most ${TRAINING_IMAGES} images together` };
  const found = `${train} and ${validation}`;
  const hint = validation < TRAINING_IMAGES ? `Write train: ${TRAINING_IMAGES - validation}` : undefined;
  const wrong = statement("bad-split", { subject: "train and validation of mnist", ...rule, found }, hint);
  return [errorAt(greedy.splitPlace ?? greedy.place, wrong)];
}

/** Returns that some data sets of a grid have more folds than others, if so: then no two trials would be a pair. */
export function checkFolds(variants: readonly DatasetVariant[]): Problem[] {
  const [first, ...others] = variants;
  const other = others.find(({ folds }) => folds !== first!.folds);
  if (!other) return [];
  const rule = { verb: "must have", allowed: "the same number of folds" };
  const broken = { subject: "All data sets of a grid", ...rule, found: `${first!.folds} and ${other.folds}` };
  const hint = "Write the data set with other folds into an experiment of its own";
  return [errorAt(other.place, statement("unequal-folds", broken, hint))];
}
