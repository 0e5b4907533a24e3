import { verifyExperiment } from "../pipeline/verify-experiment.ts";
import type { Experiment } from "../spec/experiment.ts";
import { eachExperiment } from "./each-experiment.ts";
import { CANCELLED, follow } from "./follow.ts";
import { paintFor, type Io } from "./io.ts";
import { loadContext } from "./load-context.ts";
import type { ReadOptions } from "./read-specs.ts";

/** Options of the command line. */
export interface VerifyCommandOptions extends ReadOptions {
  readonly sample?: number;
  readonly workers?: number;
  readonly out: string;
  readonly dataDir?: string;
}

/** Retrains committed trials without the store and compares them. Returns the exit code. */
export function verify(file: string, options: VerifyCommandOptions, io: Io): Promise<number> {
  return eachExperiment([file], options, io, (experiment) => verifyOne(experiment, options, io));
}

async function verifyOne(experiment: Experiment, options: VerifyCommandOptions, io: Io): Promise<number> {
  const { folder, trials, differences, cancelled } = await follow(io, [], ({ listener, signal }) => {
    return verifyExperiment(experiment, {
      resultsDir: options.out,
      load: loadContext(options.dataDir, io, signal),
      sample: options.sample,
      workers: options.workers,
      signal,
      listener,
    });
  });
  if (cancelled) return CANCELLED;
  const paint = paintFor(io.stdout, io.env);
  const which = `${folder}, retrained: trial ${trials.map(({ index }) => index).join(", ")}`;
  const verdict = differences.length === 0 ? paint.green("same bytes") : paint.red("different ");
  io.stdout.write(`${verdict}  ${which}\n${differences.map((line) => `  ${line}\n`).join("")}`);
  return differences.length === 0 ? 0 : 1;
}
