import type { DatasetFacts } from "../data/dataset.ts";
import type { Configuration } from "../fields/configuration.ts";
import type { Experiment } from "../spec/experiment.ts";
import type { GridPoint } from "./expand-grid.ts";
import type { Trial } from "./trial.ts";

/** What an experiment trains: its configurations and trials, in the order of every table. */
export interface Plan {
  readonly experiment: Experiment;
  readonly configurations: readonly PlannedConfiguration[];
  /** Configurations in grid order, the replicates of each together. */
  readonly trials: readonly Trial[];
  /** Grid points left out because an earlier one trains the very same trials. */
  readonly duplicates: readonly Configuration[];
  /** What is odd about the data, each in a sentence. */
  readonly dataWarnings: readonly string[];
}

/** One point of the grid with what is known of it before training. */
export interface PlannedConfiguration extends GridPoint {
  readonly index: number;
  /** Of cross-validation those of the first fold. */
  readonly facts: DatasetFacts;
  readonly dataDigest: string;
  /** What is known of each fold; absent without cross-validation. */
  readonly folds?: readonly PlannedFold[];
}

/** A part of a cross-validation: the same configuration, its data set divided otherwise. */
export interface PlannedFold extends Pick<PlannedConfiguration, "configuration" | "facts" | "dataDigest"> {
  /** From 1. */
  readonly fold: number;
}
