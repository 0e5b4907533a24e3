/**
 * gridient as a library: read, plan and run experiments from TypeScript, and read their results as data. Trials,
 * results and messages are the same as on the command line.
 * @module
 */
export { OpenedFiles } from "./data/opened-files.ts";
export { GridientError } from "./errors.ts";
export { defineTrainer } from "./library/define-trainer.ts";
export { exportModel } from "./library/export-model.ts";
export { readExperiment } from "./library/read-experiment.ts";
export { compareResults, readResults } from "./library/read-results.ts";
export { planExperiment, runExperiment } from "./library/run-experiment.ts";
export { encodeModel } from "./model/encode-model.ts";
export { SpecError } from "./spec/spec-error.ts";

export type { Trainer, TrainerContext, TrainerReport } from "./library/define-trainer.ts";
export type { ExportModelOptions } from "./library/export-model.ts";
export type { ExperimentSource, ReadExperimentOptions } from "./library/read-experiment.ts";
export type { ReadResultsOptions } from "./library/read-results.ts";
export type { RunExperimentOptions, TrainOptions } from "./library/run-experiment.ts";

// An experiment, and its plan
export type {
  ClassFacts,
  DatasetFacts,
  NumberFacts,
  PartName,
  PartSizes,
  TargetFacts,
} from "./data/dataset.ts";
export type { OpenedContent } from "./data/opened-files.ts";
export type { DataFolder, DatasetOptions, PrintedVersion } from "./data/source.ts";
export type { FileDigest } from "./files/digest-files.ts";
export type { MatchedFiles } from "./files/match-files.ts";
export type * from "./files/system.ts";
export type { FunctionOptions } from "./functions/named-functions.ts";
export type { NumberDistribution } from "./spec/distribution.ts";
export type * from "./spec/expectation.ts";
export type * from "./fields/configuration.ts";
export type {
  Axis,
  Distribution,
  ExperimentFile,
  SearchMethod,
  ValueRange,
} from "./fields/experiment-file.ts";
export type { FieldValue, ListValue, NamedOptions, OptionValue } from "./fields/tables/field.ts";
export type * from "./spec/experiment.ts";
export type { ProblemCode } from "./problem-codes.ts";
export type { Problem } from "./spec/problem.ts";
export type { Place, SourceText } from "./spec/source-text.ts";
export type { Bracket, Ladder } from "./search/ladder.ts";
export type * from "./spec/sweep.ts";
export type { GridPoint } from "./trials/expand-grid.ts";
export type { Plan, PlannedConfiguration, PlannedFold } from "./trials/plan.ts";
export type { Trial } from "./trials/trial.ts";

// A run
export type { ErrorCode, Failure } from "./errors.ts";
export type { Confirmed } from "./pipeline/confirm-best.ts";
export type { EndedTrials, FleetSize, RunningJob, SweepListener } from "./pipeline/listener.ts";
export type { Run } from "./pipeline/run-experiment.ts";
export type { TrainedExperiment } from "./pipeline/train-experiment.ts";
export type { FailedTrial, Outcome } from "./training/outcome.ts";
export type * from "./training/portraits/portrait.ts";
export type * from "./training/record.ts";
export type { Job } from "./trials/job.ts";
export type { Work } from "./trials/kinds/trial-kind.ts";

// Results
export type { Interval, Statistics } from "./math/statistics.ts";
export type { ResultsSource } from "./pipeline/read-results.ts";
export type * from "./results/board.ts";
export type * from "./results/changes/board-comparison.ts";
export type { Setting } from "./results/changes/board-settings.ts";
export type { FileDifference } from "./results/changes/compare-files.ts";
export type { ComparedTrial } from "./results/changes/compare-trials.ts";
export type { OwnUnits } from "./results/own-units.ts";
export type { PairedDifference, TestedDifference } from "./results/paired-difference.ts";
export type { StatedBoard } from "./results/reading/read-board.ts";
export type { StatedExpectation } from "./results/reading/summary-file.ts";
export type * from "./results/results.ts";
export type { StatedValue } from "./results/stated-value.ts";
export type { StatedFields } from "./configuration/without-defaults.ts";
export type { Goals, Metric, MetricFamily, MetricGoal } from "./metrics/metrics.ts";
export type { Score, ScoreName } from "./metrics/scores.ts";

// A model
export type * from "./data/table/encoding.ts";
export type { Decimal, Delimiter, Dialect, FileDialect } from "./data/table/reading/dialect.ts";
export type { CellWriting, NumberWriting } from "./data/table/reading/writing/cell-writing.ts";
export type { DatePart, DateWriting } from "./data/table/reading/writing/date-writing.ts";
export type { DateOrder } from "./data/table/reading/writing/moment-in.ts";
export type { Layer, LayerParameters } from "./kernels/network.ts";
export type * from "./model/model.ts";
