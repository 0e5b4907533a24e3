import type { Experiment } from "../spec/experiment.ts";
import { readExperimentFile } from "../spec/read-experiment-file.ts";
import { renderProblem } from "../spec/render-problem.ts";
import { paintFor, type Io } from "./io.ts";

/**
 * Reads every file and tells all problems of all of them on stderr, before anything else happens.
 * Returns undefined where one has an error: exit code 2.
 */
export async function readSpecs(
  files: readonly string[],
  limit: number,
  io: Io,
): Promise<Experiment[] | undefined> {
  const paint = paintFor(io.stderr, io.env);
  const experiments: Experiment[] = [];
  let errors = 0;
  for (const file of files) {
    const { experiment, problems } = await readExperimentFile(file, { limit });
    for (const problem of problems) io.stderr.write(`${renderProblem(problem, paint)}\n\n`);
    errors += problems.filter(({ severity }) => severity === "error").length;
    if (experiment) experiments.push(experiment);
  }
  const clash = sameName(experiments);
  if (clash) {
    io.stderr.write(`error: ${clash}\n`);
    errors += 1;
  }
  if (errors > 0) io.stderr.write(`${errors === 1 ? "1 error" : `${errors} errors`}; nothing was changed\n`);
  return errors > 0 ? undefined : experiments;
}

function sameName(experiments: readonly Experiment[]): string | undefined {
  const files = new Map<string, string>();
  for (const { name, file } of experiments) {
    const other = files.get(name);
    if (other !== undefined) {
      return `Cannot run both files as their results would share the folder "${name}": ${other} and ${file}`;
    }
    files.set(name, file);
  }
  return undefined;
}
