/**
 * What an experiment found, as data: everything that tables, summary and report show.
 * @module
 */
import type { DatasetFacts } from "../data/dataset.ts";
import type { Interval, Statistics } from "../math/statistics.ts";
import type { Configuration, NetworkConfiguration } from "../fields/configuration.ts";
import type { Experiment } from "../spec/experiment.ts";
import type { Expectation } from "../spec/expectation.ts";
import type { Metric } from "../metrics/metrics.ts";
import type { Column, ColumnValue } from "../spec/sweep.ts";
import type { Outcome } from "../training/outcome.ts";
import type { EvaluatedPart, TrialRecord } from "../training/record.ts";
import type { Portrait } from "../training/portraits/portrait.ts";
import type { PlannedConfiguration } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";
import type { OwnUnits } from "./own-units.ts";
import type { PairedDifference } from "./paired-difference.ts";

/** A pure function of experiment and records, but for the trials that left none. */
export interface Results extends OwnUnits {
  readonly experiment: Experiment;
  readonly trainerVersion: number;
  /** What distinguishes the configurations: axes, zip groups, variants, names. */
  readonly columns: readonly Column[];
  /** Every trial left a record. */
  readonly complete: boolean;
  /** In the registry's order: the columns of every table, measured for at least one configuration, and what follows from them. */
  readonly metrics: readonly ShownMetric[];
  /** In plan order. */
  readonly trials: readonly TrialResult[];
  /** In plan order. */
  readonly configurations: readonly ConfigurationResult[];
  /** Every configuration, condition by condition, the best first. */
  readonly leaderboard: readonly Standing[];
  /** The leader of all, unless no trial reached an objective value; where conditions differ, that of the one that does best. */
  readonly best: ConfigurationResult | undefined;
  /** What the spec's report compares everything with; undefined = the best. */
  readonly baseline: ConfigurationResult | undefined;
  /** How the leaderboard compares with the best: for each condition in which it can. */
  readonly comparing: readonly ComparisonMethod[];
  /** One for each column but names, in document order. */
  readonly effects: readonly AxisEffect[];
  /** Undefined where fewer than two axes vary. */
  readonly variance: VarianceAnalysis | undefined;
  /** Of the best configuration; undefined without an accuracy on enough examples. */
  readonly sampling: SamplingError | undefined;
  /** Of the best configuration on fresh replicates; absent where none are wanted, or it is not known yet. */
  readonly confirmation?: Results;
  /** One for each data set that occurs, in plan order. */
  readonly datasets: readonly DatasetResult[];
  readonly warnings: readonly Warning[];
  /** Looks at the models that pictures show; absent until they were taken. */
  readonly portraits?: readonly Portrait[];
  /** One for each expectation of the experiment, in written order. */
  readonly expectations: readonly ExpectationResult[];
}

/** A metric of results. */
export interface ShownMetric extends Metric {
  /** An RMSE that follows from a loss: no file of measurements has it. */
  readonly isTold?: true;
}

/** How a trial ended, and its result. */
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
  /** Absent where the data set is divided once for all. */
  readonly folds?: PlannedConfiguration["folds"];
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
  readonly objective: TrialStatistics;
  /** As `unitsOfLoss` has them. */
  readonly lossUnits?: readonly number[] | undefined;
  /** The objective in the target's own units, as an RMSE; absent where no RMSE follows from it. */
  readonly objectiveRmse?: TrialStatistics | undefined;
  /** Of the objective, as `foldOverlap` has it. */
  readonly overlap: number;
  /** At the last epoch of the completed trials; one for each of `Results.metrics`. */
  readonly metrics: readonly TrialStatistics[];
}

/** A figure over the replicates. */
export interface TrialStatistics extends Statistics {
  /** How many trials `n` values are the means of, fold by fold; absent where each value is that of one trial. */
  readonly trials?: number;
}

/** A place in the leaderboard. */
export interface Standing {
  readonly configuration: ConfigurationResult;
  /** What is given to it and to those that it competes with, in words; empty where all settings compete. */
  readonly condition: string;
  /** Its rank in its condition, from 1. */
  readonly place: number;
  /** From the leader of its condition. Undefined for the leader itself, and where a replicate of either has no value. */
  readonly toBest: Comparison | undefined;
  /** The same for the spec's baseline; undefined without one. */
  readonly toBaseline: Comparison | undefined;
}

/** How a configuration's objective compares with that of a reference. */
export interface Comparison {
  /** Of the configuration from the reference, over the replicates. */
  readonly difference: PairedDifference;
  /** Of the difference, holding at once with those of all other settings; null where nothing is known of the spread. */
  readonly interval: Interval | null;
  /** Absent with one replicate. */
  readonly verdict?: Verdict;
  /** Replicates that would decide what is undecided if difference and spread stayed as they are; absent where none would. */
  readonly needed?: number;
}

/**
 * `tie`: equal results, or the interval lies within ± the margin; `worse` and `better`: it excludes 0; `undecided`: neither.
 */
export type Verdict = (typeof VERDICTS)[number];

/** Every verdict. */
export const VERDICTS = ["tie", "worse", "better", "undecided"] as const;

/** How settings were compared with the best one. */
export interface ComparisonMethod {
  /** Empty where all settings compete. */
  readonly condition: string;
  /** How many, the best one among them. */
  readonly settings: number;
  /** Whose noise the intervals take: that of all settings, as it is alike, or that of each pair. */
  readonly error: "pooled" | "pairs";
  /** A difference within ± this much does not matter. */
  readonly margin: number;
}

/** The results of the values of one column. */
export interface AxisEffect {
  readonly path: string;
  /** On average over the combinations of the other columns that are compared. */
  readonly values: readonly ValueEffect[];
  /** Combinations of the other columns, and those at which every value has a result of every replicate. */
  readonly blocks: { readonly compared: number; readonly all: number };
  /** Present where that average would mislead, or does not exist. */
  readonly within?: AxisSplit;
}

/** The results of the values of one column within each value of another. */
export interface AxisSplit {
  /** Of the other column. */
  readonly path: string;
  /**
   * `incomplete`: not every value was tried, or has a result, everywhere; `interaction`: which value is best depends on
   * the other column; `answer`: the best setting has another value than the one that is best on average.
   */
  readonly why: "incomplete" | "interaction" | "answer";
  readonly levels: readonly { readonly value: ColumnValue | null; readonly values: readonly ValueEffect[] }[];
}

/** The trials that share one value of a column. */
export interface ValueEffect {
  readonly value: ColumnValue;
  readonly trials: number;
  readonly diverged: number;
  /**
   * Of the trials that are compared: over the replicates, of each the mean of its trials. Where a trial of a single
   * configuration has no value, the mean of the others without an interval; without any where nothing is compared.
   */
  readonly objective: Statistics;
}

/** An analysis of variance of the objective, or why there is none. */
export type VarianceAnalysis =
  | { readonly rows: readonly VarianceRow[]; readonly untested?: string }
  | { readonly rows: readonly []; readonly refusal: string };

/** What one source accounts for. */
export interface VarianceRow {
  /**
   * `effect`: one axis, or two of them beyond what each does alone; `higher`: three and more axes together;
   * `fold`: what the choice of the examples shifts in all settings alike; `replicate`: what the random numbers do; `noise`: what they do to single settings.
   */
  readonly kind: "effect" | "higher" | "fold" | "replicate" | "noise";
  /** Paths of the columns of an effect; else empty. */
  readonly axes: readonly string[];
  readonly sumOfSquares: number;
  readonly degrees: number;
  /** Of the total sum of squares. */
  readonly share: number;
  /** Mean square over that of the noise; null where nothing is tested. */
  readonly f: number | null;
  readonly p: number | null;
}

/** A data set of the experiment. */
export interface DatasetResult {
  readonly dataset: NetworkConfiguration["dataset"];
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

/** What the choice of the examples does to an accuracy that is measured on them. */
export interface SamplingError {
  readonly metric: string;
  readonly accuracy: number;
  readonly examples: number;
  /** Of the accuracy, binomial. */
  readonly standardError: number;
}

/** A finding that teaches: what was seen, and what to do next. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

/** What became of an expectation. */
export interface ExpectationResult {
  readonly expectation: Expectation;
  /** What must be so, in words. */
  readonly expected: string;
  /** Absent where it was not judged, as some trial left no record. */
  readonly holds?: boolean;
  /** What is so, in words. */
  readonly found: string;
}

/** Results as far as they are known before warnings and expectations. */
export type Findings = Omit<Results, "warnings" | "expectations" | "confirmation">;
