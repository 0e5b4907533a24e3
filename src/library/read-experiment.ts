import { nodeSystem } from "../files/node-system.ts";
import { stringify } from "yaml";
import { readFiles } from "../commands/reading/read-specs.ts";
import { OpenedFiles } from "../data/opened-files.ts";
import { GridientError } from "../errors.ts";
import { readExperimentFile } from "../spec/read-experiment.ts";
import type { ExperimentFile } from "../fields/experiment-file.ts";
import type { Experiment } from "../spec/experiment.ts";
import type { Problem } from "../spec/problem.ts";
import { SpecError } from "../spec/spec-error.ts";
import { readText } from "../spec/read-experiment.ts";

/** An experiment that is still to be read: the path of a YAML file, a YAML text, or the same fields as an object. */
export type ExperimentSource = string | { readonly text: string } | ExperimentFile;

/** Options of `readExperiment`. */
export interface ReadExperimentOptions {
  /**
   * Path of the file for a text or an object. It sets the experiment's name and the place of its problems,
   * and relative paths start from its folder. The file need not exist. Default: `experiment.yaml`.
   */
  readonly file?: string;
  /** Most configurations that the grid may have. Default: 10,000. */
  readonly limit?: number;
  /** Fields to change, each as `path=value`, one after the other: what `--set` does. */
  readonly set?: readonly string[];
  /** What has been read of the files behind data sets. Share one between experiments on the same data. */
  readonly opened?: OpenedFiles;
  /** Called with warnings about the experiment. */
  readonly onWarning?: (warning: Problem) => void;
  /** Cancels the reading. */
  readonly signal?: AbortSignal;
}

const LIMIT = 10_000;

/**
 * Returns the complete experiment that a file, a text or an object describes, with every default filled in. An object is
 * written as YAML and then read like any text: the same checks, the same trials, the same messages.
 *
 * @example
 * const experiment = await readExperiment({
 *   dataset: "xor",
 *   architecture: { hidden: [[2], [4]] },
 *   eta: [1, 3],
 *   epochs: 200,
 * });
 * console.log(experiment.sweep.columns.map(({ path }) => path)); // architecture.hidden, eta
 *
 * @throws {SpecError} With every problem and its place.
 * @throws {GridientError} E_CANCELLED.
 */
export async function readExperiment(
  source: ExperimentSource,
  options: ReadExperimentOptions = {},
): Promise<Experiment> {
  const { limit = LIMIT, set = [], opened = new OpenedFiles(), onWarning, signal } = options;
  refuseCancelled(signal);
  const reading = { limit, set, opened };
  const { experiment, problems } =
    typeof source === "string"
      ? await readPath(source, reading)
      : await readWritten(textOf(source), { ...reading, file: options.file ?? "experiment.yaml" });
  refuseCancelled(signal);
  if (!experiment) throw new SpecError(problems);
  if (onWarning) problems.forEach(onWarning);
  return experiment;
}

/** What both ways of reading take. */
interface Reading {
  readonly limit: number;
  readonly set: readonly string[];
  readonly opened: OpenedFiles;
}

/** What they return: an experiment, or none and at least one error. */
interface Read {
  readonly experiment: Experiment | undefined;
  readonly problems: readonly Problem[];
}

/** As the command line reads it. */
async function readPath(path: string, reading: Reading): Promise<Read> {
  const { experiments, problems } = await readFiles([path], reading);
  return { experiment: experiments[0], problems };
}

function readWritten(text: string, { file, ...reading }: Reading & { readonly file: string }): Promise<Read> {
  return readExperimentFile(file, {
    system: nodeSystem,
    ...reading,
    readText: (path) => (path === file ? text : readText(path, nodeSystem)),
  });
}

/** Long texts stay on one line, so that a problem shows its context. */
function textOf(source: Exclude<ExperimentSource, string>): string {
  if ("text" in source) return source.text;
  return stringify(source, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** Returns an experiment: the one that is given, or the one that is read. */
export async function experimentOf(
  source: ExperimentSource | Experiment,
  options: ReadExperimentOptions,
): Promise<Experiment> {
  return typeof source === "object" && "base" in source ? source : readExperiment(source, options);
}

/** @throws {GridientError} E_CANCELLED if the signal is aborted. */
export function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new GridientError("E_CANCELLED", "Cancelled", { cause: signal.reason });
}
