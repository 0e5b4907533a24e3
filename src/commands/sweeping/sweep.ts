import { readSelection } from "../../spec/rules/read-selection.ts";
import { isRecord } from "../../training/outcome.ts";
import type { Shard } from "../../trials/shard.ts";
import type { Trial } from "../../trials/trial.ts";
import { leaderboardText } from "../../report/terminal/leaderboard-text.ts";
import type { SweepListener } from "../../pipeline/listener.ts";
import type { StartTrainer } from "../../pipeline/trainer.ts";
import { runExperiment, type Run, type RunOptions } from "../../pipeline/run-experiment.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { judgeEach, type JudgingOptions } from "../verdicts/judge-each.ts";
import { cancelledText, follow } from "../console/follow.ts";
import type { Io } from "../console/io.ts";
import { loadContext } from "../reading/load-context.ts";
import type { Progress } from "../console/progress.ts";
import { refuseCommitted } from "./refuse-committed.ts";
import { shardText } from "./shard-text.ts";
import { unchangedText, withoutMissing } from "./partial-sweep.ts";
import { readersCommand } from "../console/readers-command.ts";
import { refuseProblems } from "../console/report-problems.ts";
import { redisUrl } from "../console/redis-url.ts";
import { screenFor } from "../console/screen-for.ts";
import { Timings } from "./timings.ts";
import { undrawnCases, undrawnText } from "./undrawn.ts";
import { expectationCases } from "../verdicts/expectation-cases.ts";
import { expectationsLine } from "../verdicts/expectations-line.ts";
import type { Case, Verdict } from "../verdicts/verdict.ts";

/** Options of the command line. */
export interface SweepOptions extends JudgingOptions {
  readonly workers?: number;
  readonly out: string;
  /** The user has named `out`: then results may be replaced there, whatever they are. */
  readonly isOutGiven?: boolean;
  readonly store: string;
  readonly dataDir?: string;
  /** Trains again what has a record. */
  readonly fresh?: boolean;
  /** Conditions on the configurations to train. */
  readonly only?: string;
  /** Trains one part of the trials, and writes no results. */
  readonly shard?: Shard;
  /** Where trials train. */
  readonly runner?: "threads" | "bullmq";
  readonly redis?: string;
  /** Told of everything beside the terminal. */
  readonly listener?: SweepListener;
}

/** Runs experiments one after the other. Returns the exit code. */
export async function sweep(files: readonly string[], options: SweepOptions, io: Io): Promise<number> {
  const { selection, problems } = options.only === undefined ? NO_SELECTION : readSelection(options.only);
  if (problems.length > 0) refuseProblems(problems, options.reporter, io);
  const refuse = options.isOutGiven || options.shard ? undefined : refuseCommitted(options.out);
  return judgeEach(files, { ...options, title: "sweep", refuse }, io, (experiment, threads) => {
    return sweepOne(experiment, { ...options, only: selection?.matches, threads }, io);
  });
}

const NO_SELECTION: ReturnType<typeof readSelection> = { problems: [] };

/** With the conditions read. */
type SweepOneOptions = Omit<SweepOptions, "only"> & Pick<RunOptions, "only" | "threads">;

async function sweepOne(experiment: Experiment, options: SweepOneOptions, io: Io): Promise<Verdict> {
  const timings = new Timings(io.now);
  const trainer = options.runner === "bullmq" ? await loadFleetTrainer(options, io) : undefined;
  let changed = 0;
  const changes = { onChangedRecord: () => void (changed += 1) };
  const { run, progress } = await follow(
    io,
    [timings, changes, options.listener ?? {}],
    async ({ listener, signal, progress }) => {
      const run = await runExperiment(experiment, {
        resultsDir: options.out,
        storeDir: options.store,
        load: loadContext(options.dataDir, io, signal),
        workers: options.workers,
        threads: options.threads,
        fresh: options.fresh ?? false,
        only: options.only,
        shard: options.shard,
        trainer,
        signal,
        listener,
      });
      return { run, progress };
    },
  );
  if (run.cancelled && run.folder === undefined) {
    io.stderr.write(cancelledText(progress));
    if (trainer) io.stderr.write("the fleet goes on with what is in its queue; gridient cancel ends that\n");
    return { experiment, cancelled: true, cases: [] };
  }
  if (options.shard) tellShard(run, options.shard, options.store, io);
  else tell(run, progress, io);
  const { results, folder, undrawn, cancelled } = run;
  if (undrawn !== undefined) io.stderr.write(undrawnText(experiment, undrawn));
  const cases = [...trialCases(run), ...changedCases(changed), ...undrawnCases(undrawn)];
  if (folder === undefined) return { experiment, cancelled, cases };
  await timings.write(folder);
  return { experiment, cancelled, cases: [...cases, ...expectationCases(results)], results };
}

/** Only a sweep that needs BullMQ loads it. */
async function loadFleetTrainer(options: SweepOneOptions, io: Io): Promise<StartTrainer> {
  const { fleetTrainer } = await import("../../fleet/coordinator/fleet-trainer.ts");
  return fleetTrainer(redisUrl(options, io), options.store);
}

function tell(run: Run, progress: Progress, io: Io): void {
  const { trials, stored } = progress.state();
  const results = run.folder === undefined ? withoutMissing(run.results) : run.results;
  const table = leaderboardText(results, screenFor(io.stdout, io.env));
  const fromStore = stored > 0 ? `, ${stored} of ${trials} trials from the store` : "";
  const expectations = run.folder === undefined ? "" : expectationsLine(run.results);
  io.stdout.write(`${table}\n\nresults: ${run.folder ?? unchangedText(run)}${fromStore}\n${expectations}`);
  tellFailures(run, io);
}

function tellShard(run: Run, shard: Shard, store: string, io: Io): void {
  io.stdout.write(shardText(run, shard, store));
  tellFailures(run, io);
}

function tellFailures(run: Run, io: Io): void {
  for (const trial of failedTrials(run)) io.stderr.write(`${failureText(run, trial)}\n`);
  for (const found of failedToConfirm(run)) io.stderr.write(`error: ${found}\n`);
}

/** Of the replicates that confirm the best configuration. */
function failedToConfirm({ confirming }: Run): string[] {
  const trials = confirming?.plan.trials ?? [];
  return trials.flatMap(({ id, replicate }) => {
    const outcome = confirming?.outcomes.get(id);
    if (!outcome || isRecord(outcome)) return [];
    return `fresh replicate ${replicate} ${outcome.status}: ${outcome.failure.message}`;
  });
}

function failedTrials({ plan, outcomes }: Run): Trial[] {
  return plan.trials.filter(({ id }) => {
    const outcome = outcomes.get(id);
    return outcome !== undefined && !isRecord(outcome);
  });
}

function changedCases(changed: number): Case[] {
  const name = "every trial leaves the record that it left before";
  return changed === 0 ? [] : [{ name, status: "failed", found: `${changed} did not` }];
}

function trialCases(run: Run): Case[] {
  const failed = failedTrials(run).map((trial): Case => {
    return { name: `trial ${trial.index}`, status: "failed", found: reasonOf(run, trial) };
  });
  for (const found of failedToConfirm(run)) failed.push({ name: "confirmation", status: "failed", found });
  const name = "every trial leaves a record";
  return failed.length > 0 ? failed : [{ name, status: "passed", found: `${run.outcomes.size} of them` }];
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
