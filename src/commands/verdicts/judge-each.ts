import type { Experiment } from "../../spec/experiment.ts";
import { GridientError } from "../../errors.ts";
import { errorText } from "../console/error-text.ts";
import { BAD_INPUT, CANCELLED, type Io } from "../console/io.ts";
import { SharedThreads } from "../../pipeline/threads/training-threads.ts";
import { readSpecs, type ReadOptions } from "../reading/read-specs.ts";
import { conclude, type VerdictOptions } from "./conclude.ts";
import type { Verdict } from "./verdict.ts";

/** Options of every command that judges experiments. */
export type JudgingOptions = ReadOptions & Omit<VerdictOptions, "title">;

/** How work starts. */
interface Beginning {
  /** Throws if an experiment must not be processed; then none is. */
  readonly refuse?: ((experiment: Experiment) => void) | undefined;
  /** Completes each experiment before any work begins. */
  readonly prepare?: (experiment: Experiment) => Promise<Experiment>;
  /** Threads that may have been started already; they are closed at the end. */
  readonly threads?: SharedThreads | undefined;
}

/**
 * Runs work for every experiment, one after the other, after all files were found valid. Ends if one is cancelled, and
 * continues if a data set is missing or too large. Prints the verdicts at the end and returns the exit code.
 */
export async function judgeEach(
  files: readonly string[],
  { refuse, prepare, threads = new SharedThreads(), ...options }: ReadOptions & VerdictOptions & Beginning,
  io: Io,
  work: (experiment: Experiment, threads: SharedThreads) => Promise<Verdict>,
): Promise<number> {
  try {
    const read = await readSpecs(files, options, io);
    read.forEach((experiment) => refuse?.(experiment));
    const experiments: Experiment[] = [];
    for (const experiment of read) experiments.push(prepare ? await prepare(experiment) : experiment);
    const { verdicts, dataCode } = await judgeAll(experiments, io, (one) => work(one, threads));
    const done = verdicts.filter(({ cancelled }) => !cancelled);
    const code = await conclude(done, options, io);
    return done.length < verdicts.length ? CANCELLED : Math.max(code, dataCode);
  } finally {
    void threads.close(); // there is no need to wait until they have ended
  }
}

/** Returns the verdicts up to the first cancelled one, and the exit code for data sets that are missing or too large. */
async function judgeAll(
  experiments: readonly Experiment[],
  io: Io,
  work: (experiment: Experiment) => Promise<Verdict>,
): Promise<{ verdicts: Verdict[]; dataCode: number }> {
  const verdicts: Verdict[] = [];
  let dataCode = 0;
  for (const experiment of experiments) {
    try {
      verdicts.push(await work(experiment));
    } catch (error) {
      if (!isOfOne(error)) throw error;
      io.stderr.write(errorText(error));
      dataCode = BAD_INPUT;
      const name = "its data set can be read";
      verdicts.push({
        experiment,
        cancelled: false,
        cases: [{ name, status: "failed", found: error.message }],
      });
    }
    if (verdicts.at(-1)!.cancelled) break;
  }
  return { verdicts, dataCode };
}

/** Returns whether an error concerns the data set of one experiment only. */
function isOfOne(error: unknown): error is GridientError {
  return error instanceof GridientError && (error.code === "E_DATA" || error.code === "E_MEMORY");
}
