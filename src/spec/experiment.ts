/**
 * An experiment as the rest of the program sees it: complete, valid, every default filled in.
 * The user's file, with its optional fields and axes, is `ExperimentFile` in fields/experiment-file.ts.
 * @module
 */
import type { Configuration } from "../fields/configuration.ts";
import type { ExperimentFile } from "../fields/experiment-file.ts";
import type { Goals, MetricGoal } from "../metrics/metrics.ts";
import type { Expectation } from "./expectation.ts";
import type { Place } from "./source-text.ts";
import type { CountedSweep, Pattern } from "./sweep.ts";

/** Which configuration is the best one. */
export interface Objective {
  readonly metric: string;
  readonly goal: MetricGoal;
  readonly at: "last" | "best";
}

/** Which weights the store keeps beside a record. */
export type Keep = NonNullable<NonNullable<ExperimentFile["run"]>["keep"]>;

/** How alike metrics are when a trial runs again: the same, within a tolerance, or only as replicates are. */
export type Reproducible = NonNullable<ExperimentFile["reproducible"]>;

/** How the work is done: never part of a trial's identity. */
export interface RunSettings {
  /** Threads; absent = one for each core. */
  readonly workers?: number;
  /** Seconds that one trial may take; absent = no limit. */
  readonly timeout?: number;
  readonly keep: Keep;
  /** Names of variables of the environment that a program may read; absent = PATH and HOME alone. */
  readonly environment?: readonly string[];
}

/** How results are shown. */
export interface ReportSettings {
  /** The one configuration that all others are compared with, beside the best. */
  readonly baseline?: Pattern;
  /** A difference from the best within ± this much does not matter; in the unit of the objective's metric. */
  readonly margin?: number;
  /** Fresh replicates of the best configuration, trained when all trials are done; absent = none. */
  readonly confirm?: number;
}

/** Which repetitions every configuration has. */
export interface Replicates {
  readonly count: number;
  readonly baseSeed: number;
  /** Folds of a cross-validation, each of which has all replicates; absent = none. */
  readonly folds?: number;
  /** Number of the first one; absent = 0. */
  readonly first?: number;
}

export interface Experiment {
  /** Path below `experiments/` without extension, elsewhere the base name. */
  readonly name: string;
  /** The file as the user named it. */
  readonly file: string;
  /** The file from the root of its project; absent where that is the same, or it is in none. */
  readonly path?: string;
  /** The text of the file as it was read; absent where the experiment was not read from text. */
  readonly text?: string;
  /** Arguments `path=value` of the command line that the file was changed by; absent without any. */
  readonly set?: readonly string[];
  readonly description?: string;
  /** Never part of a trial's identity, like the notes; absent without any. */
  readonly tags?: readonly string[];
  /** In paragraphs; absent without any. */
  readonly notes?: string;
  /** The first configuration of the grid. */
  readonly base: Configuration;
  /** The grid with its rules, if there are any, and the place of every value. */
  readonly sweep: CountedSweep;
  readonly replicates: Replicates;
  /** Names of metrics beyond the default ones. */
  readonly metrics: readonly string[];
  /** The goals of metrics that the experiment declares itself; absent where none are. */
  readonly goals?: Goals;
  readonly objective: Objective;
  /** How alike the metrics of a program are when it runs again; absent = exact. Never part of a trial's identity. */
  readonly reproducible?: Reproducible;
  /** Where each of the commands of `sweep.folder.versions` is written; absent without any. */
  readonly versionPlaces?: readonly Place[];
  readonly run: RunSettings;
  /** What the results must show, in written order; absent without any. Never part of a trial's identity. */
  readonly expect?: readonly Expectation[];
  /** How results are shown; absent where the spec says nothing of it. Never part of a trial's identity. */
  readonly report?: ReportSettings;
}
