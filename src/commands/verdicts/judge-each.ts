import type { Experiment } from "../../spec/experiment.ts";
import { GridientError } from "../../errors.ts";
import { errorText } from "../console/error-text.ts";
import { BAD_INPUT, CANCELLED, type Io } from "../console/io.ts";
import { SharedThreads } from "../../pipeline/threads/training-threads.ts";
import { readSpecs, type ReadOptions } from "../reading/read-specs.ts";
import { conclude, type VerdictOptions } from "./conclude.ts";
import type { Verdict } from "./verdict.ts";

/** What every command that judges experiments takes. */
export type JudgingOptions = ReadOptions & Omit<VerdictOptions, "title">;

/** How the work begins. */
interface Beginning {
  /** Throws where an experiment must not be worked on: then none is. */
  readonly refuse?: ((experiment: Experiment) => void) | undefined;
  /** Threads that may have been started already; they are closed at the end. */
  readonly threads?: SharedThreads | undefined;
}

/**
 * Does something with every experiment, one after the other, once all files are known to be valid; ends where one is
 * cancelled, and goes on where the data set of one is missing or too large. Tells the verdicts at the end, and returns the exit code.
 */
export async function judgeEach(
  files: readonly string[],
  { refuse, threads = new SharedThreads(), ...options }: ReadOptions & VerdictOptions & Beginning,
  io: Io,
  work: (experiment: Experiment, threads: SharedThreads) => Promise<Verdict>,
): Promise<number> {
  try {
    const experiments = await readSpecs(files, options, io);
    experiments.forEach((experiment) => refuse?.(experiment));
    const { verdicts, lacking } = await judgeAll(experiments, io, (one) => work(one, threads));
    const done = verdicts.filter(({ cancelled }) => !cancelled);
    const code = await conclude(done, options, io);
    return done.length < verdicts.length ? CANCELLED : Math.max(code, lacking);
  } finally {
    void threads.close(); // nobody need wait until they have wound down
  }
}

/** Returns the verdicts up to the first cancelled one, and the exit code for data sets that are missing or too large. */
async function judgeAll(
  experiments: readonly Experiment[],
  io: Io,
  work: (experiment: Experiment) => Promise<Verdict>,
): Promise<{ verdicts: Verdict[]; lacking: number }> {
  const verdicts: Verdict[] = [];
  let lacking = 0;
  for (const experiment of experiments) {
    try {
      verdicts.push(await work(experiment));
    } catch (error) {
      if (!isOfOne(error)) throw error;
      io.stderr.write(errorText(error));
      lacking = BAD_INPUT;
      const name = "its data set is there";
      verdicts.push({
        experiment,
        cancelled: false,
        cases: [{ name, status: "failed", found: error.message }],
      });
    }
    if (verdicts.at(-1)!.cancelled) break;
  }
  return { verdicts, lacking };
}

/** Whether an error is about the data set of one experiment, and says nothing about the others. */
function isOfOne(error: unknown): error is GridientError {
  return error instanceof GridientError && (error.code === "E_DATA" || error.code === "E_MEMORY");
}
