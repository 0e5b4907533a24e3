import { isRecord } from "../training/outcome.ts";
import type { Trial } from "../trials/trial.ts";
import { leaderboardText } from "../report/leaderboard-text.ts";
import { runExperiment, type Run } from "../pipeline/run-experiment.ts";
import type { Experiment } from "../spec/experiment.ts";
import { eachExperiment } from "./each-experiment.ts";
import { CANCELLED, cancelledText, follow } from "./follow.ts";
import { paintFor, type Io } from "./io.ts";
import { loadContext } from "./load-context.ts";
import type { Progress } from "./progress.ts";
import { readersCommand } from "./readers-command.ts";
import type { ReadOptions } from "./read-specs.ts";
import { Timings } from "./timings.ts";

/** Options of the command line. */
export interface SweepOptions extends ReadOptions {
  readonly workers?: number;
  readonly out: string;
  readonly store: string;
  readonly dataDir?: string;
}

/** Runs experiments one after the other. Returns the exit code. */
export function sweep(files: readonly string[], options: SweepOptions, io: Io): Promise<number> {
  return eachExperiment(files, options, io, (experiment) => sweepOne(experiment, options, io));
}

async function sweepOne(experiment: Experiment, options: SweepOptions, io: Io): Promise<number> {
  const timings = new Timings(io.now);
  const { run, progress } = await follow(io, [timings], async ({ listener, signal, progress }) => {
    const run = await runExperiment(experiment, {
      resultsDir: options.out,
      storeDir: options.store,
      load: loadContext(options.dataDir, io, signal),
      workers: options.workers,
      signal,
      listener,
    });
    return { run, progress };
  });
  if (run.folder === undefined) {
    io.stderr.write(cancelledText(progress));
    return CANCELLED;
  }
  await timings.write(run.folder);
  return conclude(run, progress, io);
}

function conclude(run: Run, progress: Progress, io: Io): number {
  const { trials, stored } = progress.state();
  const paint = paintFor(io.stdout, io.env);
  const table = leaderboardText(run.results, { paint, width: io.stdout.columns ?? 100 });
  const fromStore = stored > 0 ? `, ${stored} of ${trials} trials from the store` : "";
  io.stdout.write(`${table}\n\nresults: ${run.folder}${fromStore}\n`);
  const failed = run.plan.trials.filter(({ id }) => !isRecord(run.outcomes.get(id)!));
  for (const trial of failed) io.stderr.write(`${failureText(run, trial)}\n`);
  return failed.length > 0 ? 1 : 0;
}

function failureText({ outcomes, plan }: Run, trial: Trial): string {
  const outcome = outcomes.get(trial.id)!;
  const reason = isRecord(outcome) ? "" : outcome.failure.message;
  const { file, set } = plan.experiment;
  const alone = readersCommand("repro", [file, String(trial.index)], set);
  return [
    `error: trial ${trial.index} ${outcome.status}: ${reason}`,
    `  to run it again: ${readersCommand("sweep", [file], set)} (finished trials are not repeated)`,
    `  to run it alone: ${alone} > trial.yaml && ${readersCommand("sweep", ["trial.yaml"])}`,
  ].join("\n");
}
