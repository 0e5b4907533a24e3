/**
 * The part of results that a leaderboard needs. A results folder contains it, without the configurations themselves.
 * @module
 */
import type { Experiment } from "../spec/experiment.ts";
import type { Column } from "../spec/sweep.ts";
import type { CompletedRecord, DivergedRecord, StoppedRecord } from "../training/record.ts";
import type { Trial } from "../trials/trial.ts";
import type { OwnUnits } from "./own-units.ts";
import type { ConfigurationResult, ShownMetric, Standing, TrialResult, Warning } from "./results.ts";

/** What people wrote about an experiment. */
export type About = Pick<Experiment, "description" | "tags" | "notes">;

/** The settings of an experiment with their results. */
export interface Board extends OwnUnits {
  readonly experiment: Pick<Experiment, "name" | "objective" | "replicates"> & About;
  readonly columns: readonly Pick<Column, "path">[];
  readonly metrics: readonly Pick<ShownMetric, "name" | "isDerived" | "goal">[];
  /** In plan order. */
  readonly configurations: readonly BoardConfiguration[];
  /** The best first. */
  readonly leaderboard: readonly BoardStanding[];
  readonly best: BoardConfiguration | undefined;
  readonly baseline: BoardConfiguration | undefined;
  readonly warnings: readonly Warning[];
  /** The best configuration on fresh replicates; absent where there are none. */
  readonly confirmation?: BoardConfirmation | undefined;
}

/** The result of fresh replicates of the best configuration, which is the only configuration. */
export interface BoardConfirmation {
  readonly experiment: Pick<Experiment, "replicates">;
  readonly configurations: readonly Pick<BoardConfiguration, "objective" | "objectiveRmse">[];
}

/** A configuration over its replicates. */
export interface BoardConfiguration extends Omit<
  ConfigurationResult,
  "configuration" | "facts" | "dataDigest" | "folds" | "completed" | "trials"
> {
  readonly trials: readonly BoardTrial[];
}

/** How a trial ended, with its curves where they are known, else with its last values. */
export interface BoardTrial extends Omit<TrialResult, "trial" | "record"> {
  readonly trial: Pick<Trial, "index" | "id" | "configurationIndex" | "fold" | "replicate">;
  readonly record: BoardRecord | undefined;
}

/** The result of a trial, as far as its tables have it. */
export type BoardRecord =
  | Pick<CompletedRecord, "status" | "metrics">
  | Pick<StoppedRecord, "status" | "metrics">
  | Pick<DivergedRecord, "status" | "metrics" | "divergedEpoch">;

/** A place in the leaderboard. */
export interface BoardStanding extends Omit<Standing, "configuration"> {
  readonly configuration: BoardConfiguration;
}
