import { nodeSystem } from "../../files/node-system.ts";
import { OpenedFiles } from "../../data/opened-files.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { isPart, checkPart } from "../../spec/check-part.ts";
import { readExperimentFile } from "../../spec/read-experiment.ts";
import { errorInFile } from "../../spec/source-text.ts";
import type { Problem } from "../../spec/problem.ts";
import { statement } from "../../statement.ts";
import { CANCELLED, type Io } from "../console/io.ts";
import { refuseProblems, type Reporter } from "../console/report-problems.ts";
import { otherThanSpec } from "./other-than-spec.ts";

/** Options of every command that reads experiments. */
export interface ReadOptions {
  /** Configurations in a grid, at most. */
  readonly limit: number;
  readonly reporter: Reporter;
  /** Arguments `path=value`, which change every file. */
  readonly set?: readonly string[];
}

/**
 * Reads every file and prints the problems of all, before anything else is done.
 * @throws {SpecError} If one has an error.
 */
export async function readSpecs(
  files: readonly string[],
  { reporter, ...options }: ReadOptions,
  io: Io,
): Promise<Experiment[]> {
  const { experiments, problems } = await readFiles(files, options);
  refuseProblems([...problems, ...sameNames(experiments)], reporter, io);
  return experiments;
}

/** How files are read. */
type ReadFilesOptions = Pick<ReadOptions, "limit" | "set"> & { readonly opened?: OpenedFiles };

/**
 * Reads every file; returns the experiments without errors, and all problems. Parts of specs, which a pattern of the
 * shell may include, are skipped, unless there is nothing else.
 */
export async function readFiles(
  files: readonly string[],
  { limit, set = [], opened = new OpenedFiles() }: ReadFilesOptions,
): Promise<{ experiments: Experiment[]; problems: Problem[] }> {
  const experiments: Experiment[] = [];
  const problems: Problem[] = [];
  const specs = files.filter((file) => !isPart(file));
  for (const file of specs.length > 0 ? specs : files) {
    const other = otherThanSpec(file);
    if (other) {
      problems.push(errorInFile(file, other));
      continue;
    }
    const reading = await readExperimentFile(file, {
      limit,
      set,
      system: nodeSystem,
      opened,
    });
    problems.push(...reading.problems);
    if (reading.experiment) experiments.push(reading.experiment);
  }
  return { experiments, problems };
}

/** Returns the files whose results would go to the same folder. */
export function sameNames(experiments: readonly Experiment[]): Problem[] {
  const files = new Map<string, string>();
  return experiments.flatMap(({ name, file }) => {
    const other = files.get(name);
    files.set(name, file);
    if (other === undefined) return [];
    const message = `${other} and ${file} would write to the same results folder, ${JSON.stringify(name)}`;
    return [errorInFile(file, statement("shared-results-folder", message))];
  });
}

/**
 * Runs work for every experiment, one after the other, after all files were found valid; ends if one is cancelled. Returns
 * the most serious exit code.
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

/**
 * Reads every file, including parts of others. Returns the experiments and the parts without errors, and all problems.
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
    problems: [...read.problems, ...parts.flatMap((file) => checkPart(file, nodeSystem, options.set))],
  };
}
