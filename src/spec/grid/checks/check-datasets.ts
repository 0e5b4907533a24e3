import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";

/** Images in MNIST's training files, which the parts train and validation share. */
const TRAINING_IMAGES = 60_000;

/** Returns that train and validation together ask for more images than MNIST has, if so. */
export function checkMnist(variants: readonly DatasetVariant[]): Problem[] {
  const greedy = variants.find(({ name, facts: { sizes } }) => {
    return name === "mnist" && sizes.train + sizes.validation > TRAINING_IMAGES;
  });
  if (!greedy) return [];
  const { train, validation } = greedy.facts.sizes;
  const message = `Cannot split mnist as train and validation must share ${TRAINING_IMAGES} images: ${train} and ${validation}`;
  const hint = validation < TRAINING_IMAGES ? `Write train: ${TRAINING_IMAGES - validation}` : undefined;
  return [errorAt(greedy.splitPlace ?? greedy.place, { code: "bad-split", message, hint })];
}

/** Returns that some data sets of a grid have more folds than others, if so: then no two trials would be a pair. */
export function checkFolds(variants: readonly DatasetVariant[]): Problem[] {
  const [first, ...others] = variants;
  const other = others.find(({ folds }) => folds !== first!.folds);
  if (!other) return [];
  const message = `Cannot compare the data sets of the grid as all must have as many folds: ${first!.folds} and ${other.folds}`;
  return [
    errorAt(other.place, {
      code: "unequal-folds",
      message,
      hint: "Write folds into an experiment of its own",
    }),
  ];
}
