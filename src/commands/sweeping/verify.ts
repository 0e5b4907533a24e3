import { verifyExperiment, type Verification, type VerifyOptions } from "../../pipeline/verify-experiment.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { judgeEach, type JudgingOptions } from "../verdicts/judge-each.ts";
import { follow } from "../console/follow.ts";
import { paintFor, type Io } from "../console/io.ts";
import { readersCommand } from "../../text/readers-command.ts";
import { allowedPrograms } from "../reading/allowed-programs.ts";
import { versionsKnown } from "../reading/versions-known.ts";
import { loadContext } from "../reading/load-context.ts";
import { differenceCases, expectationCases, type Verdict, expectationsLine } from "../verdicts/verdict.ts";

/** Options of the command line. */
export interface VerifyCommandOptions extends JudgingOptions {
  readonly sample?: number;
  readonly workers?: number;
  readonly allowPrograms?: boolean;
  readonly out: string;
  readonly dataDir?: string;
}

/** Retrains committed trials without the store and compares them. Returns the exit code. */
export function verify(file: string, options: VerifyCommandOptions, io: Io): Promise<number> {
  const prepare = versionsKnown(options, io);
  return judgeEach([file], { ...options, title: "verify", prepare }, io, (experiment, threads) =>
    verifyOne(experiment, { ...options, threads }, io),
  );
}

/** Retrains committed trials of one experiment without the store and compares them. */
export async function verifyOne(
  experiment: Experiment,
  options: Omit<VerifyCommandOptions, keyof JudgingOptions> & Pick<VerifyOptions, "threads">,
  io: Io,
): Promise<Verdict> {
  const verification = await follow(io, [], ({ listener, signal }) => {
    return verifyExperiment(experiment, {
      resultsDir: options.out,
      load: loadContext(options.dataDir, io, signal),
      sample: options.sample,
      workers: options.workers,
      kernel: io.env["GRIDIENT_KERNEL"],
      programs: allowedPrograms(options, io),
      threads: options.threads,
      signal,
      listener,
    });
  });
  if (verification.cancelled) return { experiment, cancelled: true, cases: [] };
  print(verification, io);
  const { differences, results } = verification;
  return {
    experiment,
    cancelled: false,
    cases: [
      ...differenceCases(differences, "the retrained trials are the same"),
      ...expectationCases(results),
    ],
  };
}

function print({ folder, trials, differences, tolerated, absent, results }: Verification, io: Io): void {
  const paint = paintFor(io.stdout, io.env);
  const isWhole = trials.length === results.trials.length;
  const which = `${folder}, retrained: ${isWhole ? "all trials" : `trial ${trials.map(({ index }) => index).join(", ")}`}`;
  const identical = isWhole ? "same tables" : "same rows";
  const same = tolerated === undefined ? identical : `within tolerance (${tolerated})`;
  const verdict = differences.length === 0 ? paint.green(same) : paint.red("different");
  const lines = differences.map((line) => `  ${line}\n`).join("");
  io.stdout.write(`${verdict}  ${which}\n${lines}${expectationsLine(results)}`);
  if (absent === 0) return;
  const command = readersCommand("sweep", [results.experiment.file]);
  io.stdout.write(
    `hint: The spec or its data have changed since the sweep. To write the results again: ${command}\n`,
  );
}
