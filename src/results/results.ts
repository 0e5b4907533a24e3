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

/** A pure function of experiment and records. */
export interface Results extends OwnUnits {
  readonly experiment: Experiment;
  readonly trainerVersion: number;
  /** What distinguishes the configurations: axes, zip groups, variants, names. */
  readonly columns: readonly Column[];
  /** Every trial has a record. */
  readonly complete: boolean;
  /** In the registry's order: the columns of every table, measured for at least one configuration, and what follows from them. */
  readonly metrics: readonly ShownMetric[];
  /** In plan order. */
  readonly trials: readonly TrialResult[];
  /** In plan order. */
  readonly configurations: readonly ConfigurationResult[];
  /** Every configuration, condition by condition, the best first. */
  readonly leaderboard: readonly Standing[];
  /** The best configuration, of the best condition where there are several; undefined where no trial has a value of the objective. */
  readonly best: ConfigurationResult | undefined;
  /** The configuration that the spec's report compares all others with; undefined = the best. */
  readonly baseline: ConfigurationResult | undefined;
  /** How settings were compared with the best: one entry for each condition in which they could be. */
  readonly comparing: readonly ComparisonMethod[];
  /** One for each column but names, in document order. */
  readonly effects: readonly AxisEffect[];
  /** Undefined where fewer than two axes vary, and for a search. */
  readonly variance: VarianceAnalysis | undefined;
  /** Of the best configuration; undefined without an accuracy on enough examples. */
  readonly sampling: SamplingError | undefined;
  /** Results of the best configuration on fresh replicates; absent where none are wanted or trained yet. */
  readonly confirmation?: Results;
  /** One for each data set that occurs, in plan order. */
  readonly datasets: readonly DatasetResult[];
  readonly warnings: readonly Warning[];
  /** What a verification of these trials found; absent where there was none. */
  readonly verified?: Verified;
  /** What pictures show of the models; absent until it was computed. */
  readonly portraits?: readonly Portrait[];
  /** One for each expectation of the experiment, in written order. */
  readonly expectations: readonly ExpectationResult[];
}

/** What a verification found: how alike the metrics of a program are when its trials run again. */
export interface Verified {
  readonly outcome: "identical" | "within tolerance" | "differs";
  /** How many trials ran again. */
  readonly retrained: number;
  /** Metrics that were not the same, and by how much. */
  readonly differences: readonly MetricDistance[];
}

/** How far apart the values of a metric are, at most. */
export interface MetricDistance {
  readonly metric: string;
  readonly distance: number;
}

/** A metric of results. */
export interface ShownMetric extends Metric {
  /** An RMSE computed from a loss: trials.csv and epochs.csv do not have it. */
  readonly isDerived?: true;
}

/** How a trial ended, and its result. */
export interface TrialResult {
  readonly trial: Trial;
  /** A trial without an outcome counts as cancelled. */
  readonly status: Outcome["status"];
  readonly record: TrialRecord | undefined;
  /** The earliest epoch with the best value of the objective's metric. */
  readonly bestEpoch: number | undefined;
  /** The objective's value; null for a trial that diverged or has no record. */
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
  /** Its place in the unit cube of a search that draws; absent for an included one that lies outside. */
  readonly shares?: readonly number[];
  /** The value of each column; null where it has none. */
  readonly values: readonly (ColumnValue | null)[];
  /** Weights and biases. */
  readonly parameters: number;
  /** One for each replicate. */
  readonly trials: readonly TrialResult[];
  readonly completed: number;
  /** The epoch of each replicate that diverged. */
  readonly divergedEpochs: readonly number[];
  /** Trials without a record. */
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
  /** What is given to it and to its competitors, in words; empty where all settings compete. */
  readonly condition: string;
  /** Its rank in its condition, from 1. */
  readonly place: number;
  /** From the leader of its condition. Undefined for the leader itself, and where a replicate of either has no value. */
  readonly toBest: Comparison | undefined;
  /** The same for the spec's baseline; undefined without one. */
  readonly toBaseline: Comparison | undefined;
}

/** A configuration's objective compared with that of a reference. */
export interface Comparison {
  /** Of the configuration from the reference, over the replicates. */
  readonly difference: PairedDifference;
  /** Of the difference, simultaneous with those of all other settings; null where the spread is unknown. */
  readonly interval: Interval | null;
  /** Absent with one replicate. */
  readonly verdict?: Verdict;
  /** How many replicates would decide it if difference and spread stayed the same; absent where no number would, or it is decided. */
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
  /** Whose noise the intervals use: that of all settings, where it is similar, or that of each pair; a race allows for its looks. */
  readonly error: "pooled" | "pairs" | "race";
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

/** An analysis of variance of the objective, or the reason that there is none. */
export type VarianceAnalysis =
  | { readonly rows: readonly VarianceRow[]; readonly untested?: string }
  | { readonly rows: readonly []; readonly refusal: string };

/** The part of the variance that one source explains. */
export interface VarianceRow {
  /**
   * `effect`: one axis, or two of them beyond what each does alone; `higher`: three and more axes together;
   * `fold`: the effect of the choice of examples on all settings alike; `replicate`: that of the random numbers; `noise`: their effect on single settings.
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

/** The uncertainty of an accuracy because its examples are a sample. */
export interface SamplingError {
  readonly metric: string;
  readonly accuracy: number;
  readonly examples: number;
  /** Of the accuracy, binomial. */
  readonly standardError: number;
}

/** A finding with advice: what was seen, and what to do next. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

/** The outcome of an expectation. */
export interface ExpectationResult {
  readonly expectation: Expectation;
  /** The rule, in words. */
  readonly expected: string;
  /** Absent where it was not judged because a trial has no record. */
  readonly holds?: boolean;
  /** What was found, in words. */
  readonly found: string;
  /** The same as summary.json states it; absent where that is no different. */
  readonly stated?: string;
}

/** Results as far as they are known before warnings and expectations. */
export type Findings = Omit<Results, "warnings" | "expectations" | "confirmation">;
