/**
 * What an experiment found, as data: everything that tables, summary and report show.
 * @module
 */
import type { DatasetFacts } from "../data/dataset.ts";
import type { Statistics } from "../math/statistics.ts";
import type { Configuration, Experiment } from "../spec/experiment.ts";
import type { Metric } from "../spec/metrics.ts";
import type { Column, ColumnValue } from "../spec/sweep.ts";
import type { Outcome } from "../training/outcome.ts";
import type { EvaluatedPart, TrialRecord } from "../training/record.ts";
import type { Trial } from "../trials/trial.ts";

/** A pure function of experiment and records, but for the trials that left none. */
export interface Results {
  readonly experiment: Experiment;
  readonly trainerVersion: number;
  /** What tells the configurations apart: axes, zip groups, variants, names. */
  readonly columns: readonly Column[];
  /** Every trial left a record. */
  readonly complete: boolean;
  /** The columns of every table, in the registry's order: measured for at least one configuration. */
  readonly metrics: readonly Metric[];
  /** In plan order. */
  readonly trials: readonly TrialResult[];
  /** In plan order. */
  readonly configurations: readonly ConfigurationResult[];
  /** Every configuration, the best first. */
  readonly leaderboard: readonly Standing[];
  /** The leader, unless no trial reached an objective value. */
  readonly best: ConfigurationResult | undefined;
  /** One for each column but names, in document order. */
  readonly effects: readonly AxisEffect[];
  /** One for each data set that occurs, in plan order. */
  readonly datasets: readonly DatasetResult[];
  readonly warnings: readonly Warning[];
}

/** How a trial ended, and what it comes to. */
export interface TrialResult {
  readonly trial: Trial;
  /** A trial without an outcome counts as cancelled. */
  readonly status: Outcome["status"];
  readonly record: TrialRecord | undefined;
  /** The earliest epoch with the best value of the objective's metric. */
  readonly bestEpoch: number | undefined;
  /** The objective's value; null for a trial that diverged or left no record. */
  readonly objective: number | null;
}

/** A configuration over its replicates. */
export interface ConfigurationResult {
  readonly index: number;
  readonly configuration: Configuration;
  readonly facts: DatasetFacts;
  readonly dataDigest: string;
  /** The value of each column; null where it has none. */
  readonly values: readonly (ColumnValue | null)[];
  /** Weights and biases. */
  readonly parameters: number;
  /** One for each replicate. */
  readonly trials: readonly TrialResult[];
  readonly completed: number;
  /** The epoch of each replicate that diverged. */
  readonly divergedEpochs: readonly number[];
  /** Trials that left no record. */
  readonly failed: number;
  readonly objective: Statistics;
  /** At the last epoch of the completed trials; one for each of `Results.metrics`. */
  readonly metrics: readonly Statistics[];
}

/** A place in the leaderboard. */
export interface Standing {
  readonly configuration: ConfigurationResult;
  /** The pairs of replicates do not tell it from the leader. False for the leader itself. */
  readonly tiesWithBest: boolean;
}

/** What the values of one column come to over all others. */
export interface AxisEffect {
  readonly path: string;
  readonly values: readonly ValueEffect[];
}

/** All trials that share one value of a column. */
export interface ValueEffect {
  readonly value: ColumnValue;
  readonly trials: number;
  readonly diverged: number;
  /** Over the trials that have one. */
  readonly objective: Statistics;
}

/** A data set of the experiment. */
export interface DatasetResult {
  readonly dataset: Configuration["dataset"];
  readonly facts: DatasetFacts;
  readonly digest: string;
  /** Absent until one of its trials has left a record. */
  readonly baseline?: Baseline;
}

/** The accuracy of always answering the most frequent class. */
export interface Baseline {
  readonly part: EvaluatedPart["part"];
  readonly accuracy: number;
}

/** A finding that teaches: what was seen, and what to do next. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}
