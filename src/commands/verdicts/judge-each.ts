import type { Experiment } from "../../spec/experiment.ts";
import { CANCELLED } from "../console/follow.ts";
import type { Io } from "../console/io.ts";
import { readSpecs, type ReadOptions } from "../reading/read-specs.ts";
import { conclude, type VerdictOptions } from "./conclude.ts";
import type { Verdict } from "./verdict.ts";

const BAD_INPUT = 2;

/** What every command that judges experiments takes. */
export type JudgingOptions = ReadOptions & Omit<VerdictOptions, "title">;

/**
 * Does something with every experiment, one after the other, once all files are known to be valid; ends where one is
 * cancelled. Tells the verdicts at the end, and returns the exit code.
 */
export async function judgeEach(
  files: readonly string[],
  options: ReadOptions & VerdictOptions,
  io: Io,
  work: (experiment: Experiment) => Promise<Verdict>,
): Promise<number> {
  const experiments = await readSpecs(files, options, io);
  if (!experiments) return BAD_INPUT;
  const verdicts: Verdict[] = [];
  for (const experiment of experiments) {
    verdicts.push(await work(experiment));
    if (verdicts.at(-1)!.cancelled) break;
  }
  const code = await conclude(
    verdicts.filter(({ cancelled }) => !cancelled),
    options,
    io,
  );
  return verdicts.some(({ cancelled }) => cancelled) ? CANCELLED : code;
}
