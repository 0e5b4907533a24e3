/**
 * An experiment as the rest of the program sees it: complete, valid, every default filled in.
 * The user's file, with its optional fields and axes, is `ExperimentFile` in experiment-file.ts.
 * @module
 */
import type { DatasetOptions } from "../data/source.ts";
import type { FunctionOptions } from "../functions/named-functions.ts";
import type { Expectation } from "./expectation.ts";
import type { NamedOptions } from "./field-value.ts";
import type { CountedSweep, Pattern } from "./sweep.ts";

export type Activation =
  "sigmoid" | "tanh" | "relu" | "leakyRelu" | "elu" | "gelu" | "silu" | "softplus" | "identity";
export type OutputActivation = "sigmoid" | "softmax" | "identity";
/** How the first weights and biases are drawn; a number is what all of them start as. */
export type Init = "normal" | "scaled" | "xavier" | "he" | number;
export type Loss = "quadratic" | "mse" | "huber" | "hinge" | "crossEntropy" | "binaryCrossEntropy";
export type OptimizerName = "sgd" | "momentum" | "nesterov" | "adagrad" | "rmsprop" | "adam" | "adamw";
export type ScheduleName =
  "constant" | "step" | "exponential" | "inverse" | "cosine" | "warmup" | "oneCycle" | "plateau";
/** What the loss of an example is multiplied by: one weight for each class, or by a rule. */
export type ClassWeights = "none" | "balanced" | readonly number[];
export type MetricGoal = "maximize" | "minimize";
export type Keep = "none" | "best" | "last" | "all";

/** An optimizer's name with every option that it has: `l2`, `momentum` and the like. */
export interface OptimizerOptions extends NamedOptions {
  readonly name: OptimizerName;
}

/** A schedule's name with every option that it has: `factor`, `every` and the like. */
export interface ScheduleOptions extends NamedOptions {
  readonly name: ScheduleName;
}

/** One point of the grid: every field has one value. */
export type Configuration = NetworkConfiguration | FunctionConfiguration;

/** What every kind of training has. */
export interface DescentFields {
  readonly eta: number;
  readonly optimizer: OptimizerOptions;
  readonly schedule: ScheduleOptions;
}

/** The training of a network on data. */
export interface NetworkConfiguration extends DescentFields {
  readonly kind?: undefined;
  readonly dataset: DatasetOptions;
  readonly architecture: {
    /** Units of each hidden layer, input side first; empty = no hidden layer. */
    readonly hidden: readonly number[];
    readonly activation: Activation;
    readonly output: OutputActivation;
    readonly init: Init;
    /** Share of the hidden units that an example in training does without. */
    readonly dropout: number;
  };
  readonly loss: Loss;
  readonly classWeights: ClassWeights;
  /** Share of every target that all answers have alike. */
  readonly labelSmoothing: number;
  readonly batchSize: number | "full";
  readonly epochs: number;
  readonly earlyStopping: EarlyStopping;
  readonly target: Target;
}

/** The descent on a function of v1, v2, ...: v' = v - eta grad C(v), or what the optimizer makes of it. */
export interface FunctionConfiguration extends DescentFields {
  readonly kind: "function";
  readonly function: FunctionOptions;
  /** Where v begins: a number for each variable. */
  readonly start: readonly number[];
  readonly steps: number;
  /** The descent ends where the norm of the gradient is no larger. */
  readonly tolerance: number;
}

/** When a trial that gets no better stops before its last epoch. */
export interface EarlyStopping {
  readonly metric: string;
  /** Epochs without a better value; 0 = it never stops. */
  readonly patience: number;
  /** By how much a value must be better to count. */
  readonly minDelta: number;
  /** Whether the trial ends as it was at its best epoch. */
  readonly restoreBest: boolean;
}

/** When a trial is good enough to stop before its last epoch. */
export interface Target {
  readonly metric: string;
  /** `none`: it never stops. */
  readonly value: number | "none";
}

/** Which configuration is the best one. */
export interface Objective {
  readonly metric: string;
  readonly goal: MetricGoal;
  readonly at: "last" | "best";
}

/** How the work is done: never part of a trial's identity. */
export interface RunSettings {
  /** Threads; absent = one for each core. */
  readonly workers?: number;
  /** Seconds that one trial may take; absent = no limit. */
  readonly timeout?: number;
  /** Which weights the store keeps beside a record. */
  readonly keep: Keep;
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
  /** Arguments `path=value` of the command line that the file was changed by; absent without any. */
  readonly set?: readonly string[];
  readonly description?: string;
  /** The first configuration of the grid. */
  readonly base: Configuration;
  /** The grid with its rules, if there are any, and the place of every value. */
  readonly sweep: CountedSweep;
  readonly replicates: Replicates;
  /** Names of metrics beyond the default ones. */
  readonly metrics: readonly string[];
  readonly objective: Objective;
  readonly run: RunSettings;
  /** What the results must show, in written order; absent without any. Never part of a trial's identity. */
  readonly expect?: readonly Expectation[];
  /** How results are shown; absent where the spec says nothing of it. Never part of a trial's identity. */
  readonly report?: ReportSettings;
}
