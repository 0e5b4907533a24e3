import { isRecord } from "../training/outcome.ts";
import type { Trial } from "../trials/trial.ts";
import { leaderboardText } from "../report/leaderboard-text.ts";
import { runExperiment, type Run } from "../pipeline/run-experiment.ts";
import type { Experiment } from "../spec/experiment.ts";
import { judgeEach, type JudgingOptions } from "./verdicts/judge-each.ts";
import { cancelledText, follow } from "./follow.ts";
import { paintFor, type Io } from "./io.ts";
import { loadContext } from "./load-context.ts";
import type { Progress } from "./progress.ts";
import { readersCommand } from "./readers-command.ts";
import { Timings } from "./timings.ts";
import { expectationCases } from "./verdicts/expectation-cases.ts";
import { expectationsLine } from "./verdicts/expectations-line.ts";
import type { Case, Verdict } from "./verdicts/verdict.ts";

/** Options of the command line. */
export interface SweepOptions extends JudgingOptions {
  readonly workers?: number;
  readonly out: string;
  readonly store: string;
  readonly dataDir?: string;
}

/** Runs experiments one after the other. Returns the exit code. */
export function sweep(files: readonly string[], options: SweepOptions, io: Io): Promise<number> {
  return judgeEach(files, { ...options, title: "sweep" }, io, (experiment) =>
    sweepOne(experiment, options, io),
  );
}

async function sweepOne(experiment: Experiment, options: SweepOptions, io: Io): Promise<Verdict> {
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
    return { experiment, cancelled: true, cases: [] };
  }
  await timings.write(run.folder);
  tell(run, progress, io);
  const { results } = run;
  return { experiment, cancelled: false, cases: [...trialCases(run), ...expectationCases(results)], results };
}

function tell(run: Run, progress: Progress, io: Io): void {
  const { trials, stored } = progress.state();
  const paint = paintFor(io.stdout, io.env);
  const table = leaderboardText(run.results, { paint, width: io.stdout.columns ?? 100 });
  const fromStore = stored > 0 ? `, ${stored} of ${trials} trials from the store` : "";
  io.stdout.write(`${table}\n\nresults: ${run.folder}${fromStore}\n${expectationsLine(run.results)}`);
  for (const trial of failedTrials(run)) io.stderr.write(`${failureText(run, trial)}\n`);
}

function failedTrials({ plan, outcomes }: Run): Trial[] {
  return plan.trials.filter(({ id }) => !isRecord(outcomes.get(id)!));
}

function trialCases(run: Run): Case[] {
  const failed = failedTrials(run).map((trial): Case => {
    return { name: `trial ${trial.index}`, status: "failed", found: reasonOf(run, trial) };
  });
  const name = "every trial leaves a record";
  return failed.length > 0
    ? failed
    : [{ name, status: "passed", found: `${run.plan.trials.length} of them` }];
}

function reasonOf({ outcomes }: Run, trial: Trial): string {
  const outcome = outcomes.get(trial.id)!;
  return `${outcome.status}: ${isRecord(outcome) ? "" : outcome.failure.message}`;
}

function failureText(run: Run, trial: Trial): string {
  const { file, set } = run.plan.experiment;
  const alone = readersCommand("repro", [file, String(trial.index)], set);
  return [
    `error: trial ${trial.index} ${reasonOf(run, trial)}`,
    `  to run it again: ${readersCommand("sweep", [file], set)} (finished trials are not repeated)`,
    `  to run it alone: ${alone} > trial.yaml && ${readersCommand("sweep", ["trial.yaml"])}`,
  ].join("\n");
}
