import { join } from "node:path";
import type { DataFolder } from "../../data/source.ts";
import { toFailure } from "../../errors.ts";
import type { ProgramConfiguration } from "../../fields/configuration.ts";
import { readRegularFile } from "../../files/read-regular-file.ts";
import { linkedController } from "../../runners/linked-controller.ts";
import type { OutputStream, ProgramEnd, ProgramStart } from "../../runners/process-group.ts";
import type { ProgramLauncher } from "../../runners/program-launcher.ts";
import type { FailedTrial, Outcome } from "../../training/outcome.ts";
import type { TrialRecord } from "../../training/record.ts";
import { trialKindOf } from "../../trials/kinds/trial-kind-of.ts";
import { TRAINER_VERSION } from "../../trials/trainer-version.ts";
import type { Trial } from "../../trials/trial.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { endFault, programFault } from "./end-fault.ts";
import type { Measurements } from "./measurements.ts";
import { OutputLines } from "./output-lines.ts";
import { parseByExpression, parseFile, parseLine } from "./parse-reports.ts";
import { checkpointIn, startOf, type Environment, type TrialFolders } from "./trial-folder.ts";

/** A file of metrics is read whole. */
const MOST_RESULT_BYTES = 256_000_000;

/** What a trial of a program runs with. */
export interface ProgramRun {
  readonly trial: Trial;
  readonly configuration: ProgramConfiguration;
  /** The folder of the experiment. */
  readonly from: DataFolder;
  readonly measurements: Measurements;
  /** Names of variables of the environment that it may read. */
  readonly names: readonly string[];
  readonly environment: Environment;
  readonly timeout: number | undefined;
  readonly signal: AbortSignal;
  readonly launcher: ProgramLauncher;
  /** Called when it has been started: others may run before it. */
  readonly onStart: (slot: number) => void;
  readonly folders: TrialFolders;
  readonly checkpoints: Checkpoints;
  /** Called when it has reported something. */
  readonly onReport: () => void;
}

/** How a trial ended, and what its program printed besides metrics. */
export interface ProgramOutcome {
  readonly outcome: Outcome;
  readonly log: string;
}

/** Runs the program of a trial once. Errors are outcomes. */
export async function runTrial(run: ProgramRun): Promise<ProgramOutcome> {
  try {
    const changed = changedFiles(run);
    if (changed) return { outcome: changed, log: "" };
    return await run.folders.use(run.configuration, (folder) => runIn(folder, run));
  } catch (error) {
    return { outcome: { status: "failed", failure: toFailure(error) }, log: "" };
  }
}

async function runIn(folder: string, run: ProgramRun): Promise<ProgramOutcome> {
  const { trial, configuration, measurements, checkpoints, timeout } = run;
  const start = startOf(configuration, trial, { ...run, folder, from: run.from.path });
  const checkpoint = checkpointIn(folder);
  if (configuration.checkpoints) await checkpoints.restore(trial, measurements, checkpoint);
  const { ended, log } = await launch(start, run);
  const isOwnEnd = measurements.isOver && !run.signal.aborted && ended.status === "cancelled";
  const fault = isOwnEnd ? undefined : endFault(ended, { command: start.command, timeout, log });
  if (fault) return { outcome: fault, log };
  const unusable = isOwnEnd ? undefined : await takeFile(folder, run, log);
  const reported = measurements.reported();
  const outcome = changedFiles(run) ?? unusable ?? outcomeOf(run, log);
  if (configuration.checkpoints && outcome.status === "completed")
    await checkpoints.keep(trial, reported, checkpoint);
  return { outcome, log };
}

/** Runs the program to its end and takes what it prints. Returns what it printed besides metrics, too. */
async function launch(start: ProgramStart, run: ProgramRun): Promise<{ ended: ProgramEnd; log: string }> {
  const { timeout, launcher, onStart } = run;
  const { controller, unlink } = linkedController(run.signal);
  try {
    const lines = new OutputLines(takerOf(run, () => controller.abort()));
    const onOutput = (piece: Uint8Array, stream: OutputStream): void => lines.add(piece, stream);
    const ended = await launcher.run(start, { timeout, signal: controller.signal, onStart, onOutput });
    lines.end();
    return { ended, log: lines.log };
  } finally {
    unlink();
  }
}

/** Returns what takes a line of output, and returns whether it was a report. @param stop Nothing more can change the outcome. */
function takerOf(
  { configuration: { results }, measurements, onReport }: ProgramRun,
  stop: () => void,
): (line: string) => boolean {
  const source = /^\/(.*)\/$/s.exec(results)?.[1];
  const expression = source === undefined ? undefined : new RegExp(source, "u");
  if (!expression && results !== "output") return () => false;
  return (line) => {
    const report = expression ? parseByExpression(line, expression) : parseLine(line);
    if (!report || !measurements.take(report)) return false;
    onReport();
    if (measurements.isOver) stop();
    return !expression;
  };
}

/** Takes what the program has written into a file. Returns why that is not possible; a file that is not there reports nothing. */
async function takeFile(folder: string, run: ProgramRun, log: string): Promise<FailedTrial | undefined> {
  const { results } = run.configuration;
  if (results === "output" || results.startsWith("/")) return undefined;
  try {
    const text = (await readRegularFile(join(folder, results), MOST_RESULT_BYTES)).toString();
    for (const report of parseFile(text, results)) run.measurements.take(report);
    return undefined;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    return programFault(`${results} cannot be used: ${reason}`, log);
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Files whose bytes are not those of the plan make it another trial. */
function changedFiles({ trial, configuration, from }: ProgramRun): FailedTrial | undefined {
  const { dataDigest } = trialKindOf(configuration).dataOf(configuration, from);
  if (dataDigest === trial.dataDigest) return undefined;
  return programFault("Its files have changed since the sweep started: run the sweep again", "");
}

function outcomeOf({ trial, measurements, configuration }: ProgramRun, log: string): Outcome {
  const measured = measurements.result();
  if ("fault" in measured)
    return programFault(`The metrics of the program cannot be used: ${measured.fault}`, log);
  const { metrics, divergedEpoch } = measured;
  const { id, replicate, baseSeed, dataDigest } = trial;
  const base = {
    id,
    configuration,
    replicate,
    baseSeed,
    dataDigest,
    trainerVersion: TRAINER_VERSION,
    metrics,
  };
  if (divergedEpoch !== undefined)
    return { ...base, status: "diverged", divergedEpoch } satisfies TrialRecord;
  const isWhole = measurements.epoch === 0 || measurements.epoch === configuration.epochs;
  const units = { deadOutputs: [], saturated: [] };
  return { ...base, status: isWhole ? "completed" : "stopped", units } satisfies TrialRecord;
}
