import { learns } from "../../trials/allotment.ts";
import { counted } from "../../text/counted.ts";
import { planTrials } from "../../trials/plan.ts";
import type { Io } from "../console/io.ts";
import { readSpecsAndParts, sameNames, type ReadOptions } from "../reading/read-specs.ts";
import { refuseProblems } from "../console/report-problems.ts";

/** Checks experiment files without training. Returns the exit code. */
export async function validate(files: readonly string[], options: ReadOptions, io: Io): Promise<number> {
  const { experiments, parts, problems } = await readSpecsAndParts(files, options);
  refuseProblems([...problems, ...sameNames(experiments)], options.reporter, io);
  if (options.reporter === "json") return 0; // an empty list, or warnings, is the whole answer
  for (const experiment of experiments) {
    const { configurations, trials } = planTrials(experiment);
    const sizes = `${counted(configurations.length, "configuration")}, ${counted(trials.length, "trial")}`;
    const { search } = experiment.sweep;
    io.stdout.write(`${experiment.file}: valid, ${sizes}${search && learns(search) ? " at first" : ""}\n`);
  }
  for (const part of parts) io.stdout.write(`${part}: no errors; a part that other files extend\n`);
  return 0;
}
