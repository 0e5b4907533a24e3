import type { Run } from "../../pipeline/run-experiment.ts";
import { leaderboardText } from "../../terminal/leaderboard-text.ts";
import type { Results } from "../../results/results.ts";
import type { Printed } from "../../store/stamp-file.ts";
import { isRecord } from "../../training/outcome.ts";
import { readersCommand } from "../../text/readers-command.ts";
import type { Shard } from "../../trials/shard.ts";
import type { Trial } from "../../trials/trial.ts";
import type { Io } from "../console/io.ts";
import type { Progress, ProgressState } from "../../pipeline/progress/progress.ts";
import { screenFor } from "../console/screen-for.ts";
import { expectationCases, expectationsLine, type Case } from "../verdicts/verdict.ts";

/**
 * Prints the leaderboard of a sweep, the folder of its results and its failed trials. Returns what a sweep without changes
 * would print again.
 */
export function reportRun(run: Run, progress: Progress, io: Io): Printed {
  const results = run.folder === undefined ? withoutMissing(run.results) : run.results;
  const printed = {
    leaderboard: leaderboardText(results, screenFor(io.stdout, io.env)),
    expectations: run.folder === undefined ? "" : expectationsLine(run.results),
    cases: expectationCases(run.results),
  };
  io.stdout.write(endText(printed, run.folder ?? unchangedText(run), progress.state()));
  printFailures(run, io);
  return printed;
}

/** Returns the last lines of a sweep. @param where Where its results are. */
export function endText(
  { leaderboard, expectations }: Printed,
  where: string,
  { trials, stored }: Pick<ProgressState, "trials" | "stored">,
): string {
  const fromStore = stored > 0 ? `, ${stored} of ${trials} trials from the store` : "";
  return `${leaderboard}\n\nresults: ${where}${fromStore}\n${expectations}`;
}

/** Returns the leaderboard of a part of an experiment, without rows that have no figure and without warnings. */
function withoutMissing(results: Results): Results {
  const leaderboard = results.leaderboard.filter(({ configuration }) => {
    return configuration.failed < configuration.trials.length;
  });
  return { ...results, leaderboard, warnings: [] };
}

/** Returns that the results were not changed, and how to train the rest. */
function unchangedText({ plan, outcomes }: Run): string {
  const { file, set = [] } = plan.experiment;
  const missing = plan.trials.filter(({ id }) => !outcomes.has(id)).length;
  const rest = readersCommand("sweep", [file], set);
  return `unchanged, ${missing} of ${plan.trials.length} trials not trained yet: ${rest}`;
}

/** Prints what one of several shards has trained, and its failed trials; a shard writes no results. */
export function reportShard(run: Run, shard: Shard, store: string, io: Io): void {
  io.stdout.write(shardText(run, shard, store));
  printFailures(run, io);
}

/** Returns how many trials of a shard have a record, and how to merge the records of all shards. */
function shardText({ plan, wanted, outcomes }: Run, shard: Shard, store: string): string {
  const records = wanted.filter(({ id }) => {
    const outcome = outcomes.get(id);
    return outcome !== undefined && isRecord(outcome);
  });
  const { file, set = [] } = plan.experiment;
  const rest = `${readersCommand("merge", ["STORES"])}, then ${readersCommand("sweep", [file], set)}`;
  return [
    `shard ${shard.number} of ${shard.of}: ${wanted.length} of ${plan.trials.length} trials, ${records.length} of them in ${store}`,
    `results: unchanged; when all shards have finished: ${rest}`,
    "",
  ].join("\n");
}

function printFailures(run: Run, io: Io): void {
  for (const trial of failedTrials(run)) io.stderr.write(`${failureText(run, trial)}\n`);
  for (const found of failedToConfirm(run)) io.stderr.write(`error: ${found}\n`);
}

/** Returns the failures of replicates that confirm the best configuration. */
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

/** Returns a case for each failed trial, or one case if none has failed. */
export function trialCases(run: Run): Case[] {
  const failed = failedTrials(run).map((trial): Case => {
    return { name: `trial ${trial.index}`, status: "failed", found: reasonOf(run, trial) };
  });
  for (const found of failedToConfirm(run)) failed.push({ name: "confirmation", status: "failed", found });
  return failed.length > 0 ? failed : [wholeCase(run.outcomes.size)];
}

/** Returns the case that all trials have passed. */
export function wholeCase(trials: number): Case {
  return { name: "every trial has a record", status: "passed", found: `${trials} of them` };
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
