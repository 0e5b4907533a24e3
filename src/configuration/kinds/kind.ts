import type { DatasetFacts } from "../../data/dataset.ts";
import type {
  Configuration,
  EarlyStopping,
  NetworkConfiguration,
  ScheduleOptions,
  Target,
} from "../../fields/configuration.ts";
import type { Metric } from "../../metrics/metrics.ts";

/** What the rest of the program has to know of a kind of experiment. Methods take configurations of the kind. */
export interface Kind<Of extends Configuration> {
  /** What a trial goes by; the length of a trial counts them. */
  readonly unit: "epoch" | "step";
  /** Where a trial starts if the page of a report trains it again. */
  readonly startInPage: string;
  lengthOf(configuration: Of): number;
  withLength(configuration: Of, length: number): Of;
  stopRules(configuration: Of): StopRules;
  /** Returns whether a trial is the beginning of a longer one that is otherwise alike. */
  sharesPrefixes(configuration: Of): boolean;
  /** Returns how the learning rate changes on the way; undefined for a kind without one. */
  scheduleOf(configuration: Of): ScheduleOptions | undefined;
  /** Returns what is measured: the default metrics and the requested ones, where they exist. */
  metricsOf(requested: readonly string[], configuration: Of, facts: MeasuredFacts): Metric[];
  /** Returns what every record has, independent of the data and the requested metrics. */
  alwaysMeasured(configuration: Of): Metric[];
  /** Returns the network that trials train on a data set, and whose weights they leave; undefined for a kind without. */
  networkIn(configuration: Of): NetworkConfiguration | undefined;
  /** Returns a configuration of a kind without networks, without what changes no trial. */
  effective(configuration: Of): Of;
  /** Returns whether a trial needs nothing but its configuration, so that a page can train it. */
  isSelfContained(configuration: Of): boolean;
  /** Returns whether replicates differ. */
  isRandom(configuration: Of, facts: Pick<DatasetFacts, "sizes">): boolean;
}

/** What metrics depend on of a data set. */
export type MeasuredFacts = Pick<DatasetFacts, "sizes" | "target">;

/** When a trial ends before its last epoch. */
export interface StopRules {
  readonly earlyStopping: EarlyStopping;
  readonly target: Target;
}
