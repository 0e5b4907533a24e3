import { planTrials } from "../trials/plan.ts";
import type { Io } from "./io.ts";
import { readSpecs, type ReadOptions } from "./read-specs.ts";

/** Checks experiment files and trains nothing. Returns the exit code. */
export async function validate(files: readonly string[], options: ReadOptions, io: Io): Promise<number> {
  const experiments = await readSpecs(files, options, io);
  if (!experiments) return 2;
  if (options.reporter === "json") return 0; // an empty list, or warnings, says it all
  for (const experiment of experiments) {
    const { configurations, trials } = planTrials(experiment);
    io.stdout.write(
      `${experiment.file}: valid, ${count(configurations.length, "configuration")}, ${count(trials.length, "trial")}\n`,
    );
  }
  return 0;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
