import { availableParallelism } from "node:os";
import type { SweepListener } from "../../pipeline/listener.ts";
import { noteProgram } from "../../pipeline/programs/program-notes.ts";
import { isProgram } from "../../configuration/program-folder.ts";
import { refuseChosenPrograms } from "../../pipeline/rounds/select-trials.ts";
import { runExperiment, type Run, type RunOptions } from "../../pipeline/run-experiment.ts";
import type { SharedThreads } from "../../pipeline/threads/training-threads.ts";
import type { StartTrainer } from "../../pipeline/trainer.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { trialKindOf } from "../../trials/kinds/trial-kind-of.ts";
import type { Shard } from "../../trials/shard.ts";
import { redisUrl } from "../console/command-options.ts";
import { cancelledText, follow } from "../console/follow.ts";
import type { Io } from "../console/io.ts";
import type { Progress } from "../../pipeline/progress/progress.ts";
import { allowedPrograms } from "../reading/allowed-programs.ts";
import { loadContext } from "../reading/load-context.ts";
import type { JudgingOptions } from "../verdicts/judge-each.ts";
import { expectationCases, undrawnCases, undrawnText, type Case, type Verdict } from "../verdicts/verdict.ts";
import { noteSwept, placesOf, sweepUnchanged } from "./sweep-unchanged.ts";
import { reportRun, reportShard, trialCases } from "./report-run.ts";
import { Timings } from "./timings.ts";

/** Options of the command line. */
export interface SweepOptions extends JudgingOptions {
  readonly workers?: number;
  readonly allowPrograms?: boolean;
  readonly out: string;
  /** The user has named `out`, so results there may be replaced. */
  readonly isOutGiven?: boolean;
  readonly store: string;
  readonly dataDir?: string;
  /** Trains trials again that have a record. */
  readonly fresh?: boolean;
  /** Conditions on the configurations to train. */
  readonly only?: string;
  /** Trains one part of the trials, and writes no results. */
  readonly shard?: Shard;
  /** Where trials train. */
  readonly runner?: "threads" | "bullmq";
  readonly redis?: string;
  /** Prints events as JSON in place of words. */
  readonly json?: boolean;
  /** Receives every event, as the terminal does. */
  readonly listener?: SweepListener;
  /** Threads that may have been started already. */
  readonly threads?: SharedThreads;
}

/** With the conditions read. */
type SelectedOptions = Omit<SweepOptions, "only"> & Pick<RunOptions, "only" | "threads">;

/** Trains the missing trials of an experiment, writes its results and prints them. */
export async function sweepExperiment(
  experiment: Experiment,
  options: SelectedOptions,
  io: Io,
): Promise<Verdict> {
  const known = await sweepUnchanged(experiment, options, io);
  if (known) return known;
  const needsThreads = options.runner !== "bullmq" && !isProgram(experiment.base);
  if (needsThreads) options.threads?.start(options.workers ?? availableParallelism());
  const timings = new Timings(io.now);
  const { run, progress, changed } = await runFollowed(experiment, { ...options, timings }, io);
  await notePace(run, timings, options.store);
  if (run.cancelled && run.folder === undefined) {
    io.stderr.write(cancelledText(progress));
    if (options.runner === "bullmq")
      io.stderr.write("the fleet continues with its queue; gridient cancel stops it\n");
    return { experiment, cancelled: true, cases: [] };
  }
  const places = placesOf(options, io); // before anything is awaited: the window may be resized later
  if (options.shard) reportShard(run, options.shard, options.store, io);
  const printed = options.shard ? undefined : reportRun(run, progress, io);
  const { results, folder, undrawn, cancelled } = run;
  if (undrawn !== undefined) io.stderr.write(undrawnText(experiment, undrawn));
  const cases = [...trialCases(run), ...changedCases(changed), ...undrawnCases(undrawn)];
  if (folder === undefined) return { experiment, cancelled, cases };
  await timings.write(folder);
  const all = [...cases, ...expectationCases(results)];
  if (printed) await noteSwept(run, { printed, cases: all, places });
  return { experiment, cancelled, cases: all, results };
}

/** The time of a program is known only by its trials. */
async function notePace({ plan }: Run, { secondsPerEpoch }: Timings, store: string): Promise<void> {
  if (trialKindOf(plan.experiment.base).hasKnownWork || secondsPerEpoch === undefined) return;
  await noteProgram(store, plan.experiment.name, { secondsPerEpoch });
}

/** A run with its progress and the number of records that differ from earlier ones. */
interface FollowedRun {
  readonly run: Run;
  readonly progress: Progress;
  readonly changed: number;
}

async function runFollowed(
  experiment: Experiment,
  options: SelectedOptions & { readonly timings: SweepListener },
  io: Io,
): Promise<FollowedRun> {
  if (options.runner === "bullmq") refuseChosenPrograms(experiment);
  const trainer = options.runner === "bullmq" ? await loadFleetTrainer(options, io) : undefined;
  let changed = 0;
  const changes = { onChangedRecord: () => void (changed += 1) };
  const listeners = [options.timings, changes, options.listener ?? {}];
  return follow(io, listeners, async ({ listener, signal, progress }) => {
    const run = await runExperiment(experiment, {
      resultsDir: options.out,
      storeDir: options.store,
      load: loadContext(options.dataDir, io, signal),
      workers: options.workers,
      kernel: io.env["GRIDIENT_KERNEL"],
      programs: allowedPrograms(options, io),
      threads: options.threads,
      fresh: options.fresh ?? false,
      only: options.only,
      shard: options.shard,
      trainer,
      signal,
      listener,
    });
    return { run, progress, changed };
  });
}

/** Only a sweep that needs BullMQ loads it. */
async function loadFleetTrainer(options: SelectedOptions, io: Io): Promise<StartTrainer> {
  const { fleetTrainer } = await import("../../fleet/coordinator/fleet-trainer.ts");
  const programs = allowedPrograms(options, io);
  return fleetTrainer(redisUrl(options, io), options.store, { programs });
}

function changedCases(changed: number): Case[] {
  const name = "every trial has the same record as before";
  return changed === 0 ? [] : [{ name, status: "failed", found: `${changed} did not` }];
}
