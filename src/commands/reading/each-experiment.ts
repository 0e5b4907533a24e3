import type { Experiment } from "../../spec/experiment.ts";
import { CANCELLED } from "../console/follow.ts";
import type { Io } from "../console/io.ts";
import { readSpecs, type ReadOptions } from "./read-specs.ts";

/**
 * Does something with every experiment, one after the other, once all files are known to be valid; ends where one is
 * cancelled. Returns the gravest exit code.
 */
export async function eachExperiment(
  files: readonly string[],
  options: ReadOptions,
  io: Io,
  work: (experiment: Experiment) => Promise<number>,
): Promise<number> {
  let code = 0;
  for (const experiment of await readSpecs(files, options, io)) {
    code = Math.max(code, await work(experiment));
    if (code === CANCELLED) break;
  }
  return code;
}
