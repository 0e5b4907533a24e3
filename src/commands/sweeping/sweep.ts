import { GridientError } from "../../errors.ts";
import { isTracked } from "../../files/git.ts";
import type { SweepListener } from "../../pipeline/listener.ts";
import { resultsFolder, runExperiment, type RunOptions } from "../../pipeline/run-experiment.ts";
import type { SharedThreads } from "../../pipeline/threads/training-threads.ts";
import type { StartTrainer } from "../../pipeline/trainer.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { readSelection } from "../../spec/rules/read-selection.ts";
import type { Shard } from "../../trials/shard.ts";
import { redisUrl } from "../console/command-options.ts";
import { cancelledText, follow } from "../console/follow.ts";
import type { Io } from "../console/io.ts";
import { readersCommand } from "../../text/readers-command.ts";
import { refuseProblems } from "../console/report-problems.ts";
import { loadContext } from "../reading/load-context.ts";
import { judgeEach, type JudgingOptions } from "../verdicts/judge-each.ts";
import { expectationCases, undrawnCases, undrawnText, type Case, type Verdict } from "../verdicts/verdict.ts";
import { noteSwept, placesOf, sweepUnchanged } from "./sweep-unchanged.ts";
import { tellRun, tellShard, trialCases } from "./tell-run.ts";
import { Timings } from "./timings.ts";

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
  /** Threads that may have been started already. */
  readonly threads?: SharedThreads;
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
  const known = await sweepUnchanged(experiment, options, io);
  if (known) return known;
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
  const places = placesOf(options, io); // as it is told: the window may be resized while something is awaited
  if (options.shard) tellShard(run, options.shard, options.store, io);
  const told = options.shard ? undefined : tellRun(run, progress, io);
  const { results, folder, undrawn, cancelled } = run;
  if (undrawn !== undefined) io.stderr.write(undrawnText(experiment, undrawn));
  const cases = [...trialCases(run), ...changedCases(changed), ...undrawnCases(undrawn)];
  if (folder === undefined) return { experiment, cancelled, cases };
  await timings.write(folder);
  const all = [...cases, ...expectationCases(results)];
  if (told) await noteSwept(run, { told, cases: all, places });
  return { experiment, cancelled, cases: all, results };
}

/** Only a sweep that needs BullMQ loads it. */
async function loadFleetTrainer(options: SweepOneOptions, io: Io): Promise<StartTrainer> {
  const { fleetTrainer } = await import("../../fleet/coordinator/fleet-trainer.ts");
  return fleetTrainer(redisUrl(options, io), options.store);
}

function changedCases(changed: number): Case[] {
  const name = "every trial leaves the record that it left before";
  return changed === 0 ? [] : [{ name, status: "failed", found: `${changed} did not` }];
}

/**
 * Returns a function that refuses an experiment which `--set` has changed and whose results would replace committed ones.
 */
function refuseCommitted(out: string): (experiment: Experiment) => void {
  return (experiment) => {
    const { file, set } = experiment;
    if (set === undefined) return;
    const folder = resultsFolder(experiment, out);
    if (!isTracked(folder)) return;
    const command = readersCommand("sweep", [file, "--out", `${out}-set`], set);
    const message = `--set changes ${file}, and its results would replace the committed ones: "${folder}"`;
    throw new GridientError("E_USAGE", message, {
      hint: `Write them elsewhere: ${command}; or replace them: --out ${out}`,
    });
  };
}
