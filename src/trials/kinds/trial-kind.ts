import type { DatasetFacts } from "../../data/dataset.ts";
import type { DataFolder } from "../../data/source.ts";
import type { Configuration } from "../../fields/configuration.ts";
import type { FileDigest } from "../../files/digest-files.ts";
import type { Goals } from "../../metrics/metrics.ts";
import type { Replicates } from "../../spec/experiment.ts";
import type { Fields } from "../fields-of.ts";

/** What plans have to know of a kind of experiment. Methods take configurations of the kind. */
export interface TrialKind<Of extends Configuration> {
  /** Returns what is known of the data before they are built, and the digest of their recipe. */
  dataOf(configuration: Of, folder: DataFolder): KnownData;
  /** Returns what the data depend on: known data are looked at once. Undefined where that is as quick as looking up. */
  dataKey(configuration: Of): unknown;
  /** Returns the configurations over whose results a setting is cross-validated; none without cross-validation. */
  foldsOf(configuration: Of): readonly Fold[];
  /** Returns a configuration with its parts replaced by equal ones that are one object. */
  withParts(configuration: Of, share: <Part extends object>(part: Part) => Part): Of;
  /** Returns the files whose bytes identify a trial beside its data. */
  filesOf(configuration: Of, folder: DataFolder): readonly FileDigest[];
  /** Whether the work of a trial says how long it takes. */
  readonly hasKnownWork: boolean;
  workOf(configuration: Of, facts: DatasetFacts, metrics: readonly string[]): Work;
  /** Returns a key of the fields that the work depends on; undefined where counting is as quick as looking up. */
  workKey(configuration: Of): string | undefined;
  /** Returns the values by dotted path. */
  fieldsOf(configuration: Of): Fields;
  /** Returns what the file of a single trial states of its configuration, replicate and metrics. */
  statedOf(configuration: Of, trial: StatedTrial): object;
}

/** What is known of a data set before it is built. */
export interface KnownData {
  readonly facts: DatasetFacts;
  readonly dataDigest: string;
}

/** One division of the data of a setting, and its number from 1. */
export interface Fold {
  readonly fold: number;
  readonly configuration: Configuration;
}

/** What else the file of a single trial depends on. */
export interface StatedTrial {
  readonly facts: DatasetFacts;
  /** From which the paths of data files start, if they are to start from the current one; absent = they stay. */
  readonly folder?: string | undefined;
  readonly metrics: readonly string[] | Goals;
  readonly replicates: Replicates;
}

/** What a trial does, counted: all that its time depends on besides the machine. */
export interface Work {
  /** Multiply-adds with inputs that are mostly zero, and skipped: those of the first layer on images. */
  readonly sparse: number;
  /** All other multiply-adds. */
  readonly dense: number;
  /** Units times examples that go through them. */
  readonly activations: number;
  /** Examples trained on or evaluated. */
  readonly examples: number;
  readonly batches: number;
  /** Weights beyond the first layer times batches: each batch fetches them again. */
  readonly fetches: number;
  /** Weights and biases: drawn once. */
  readonly parameters: number;
  readonly epochs: number;
}
