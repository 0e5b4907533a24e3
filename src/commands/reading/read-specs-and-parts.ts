import { checkPart, isPart } from "../../spec/experiment/check-part.ts";
import type { Experiment } from "../../spec/experiment.ts";
import type { Problem } from "../../spec/problem.ts";
import { readFiles, type ReadOptions } from "./read-specs.ts";

/**
 * Reads every file, those that are parts of others as far as they go. Returns the experiments and the parts without
 * errors, and all problems.
 */
export async function readSpecsAndParts(
  files: readonly string[],
  options: Pick<ReadOptions, "limit" | "set">,
): Promise<{ experiments: Experiment[]; parts: string[]; problems: Problem[] }> {
  const read = await readFiles(
    files.filter((file) => !isPart(file)),
    options,
  );
  const parts = files.filter(isPart);
  return {
    ...read,
    parts,
    problems: [...read.problems, ...parts.flatMap((file) => checkPart(file, options.set))],
  };
}
