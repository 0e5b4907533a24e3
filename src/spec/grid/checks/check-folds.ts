import type { DatasetVariant } from "../../fields/dataset-variants.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";

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
