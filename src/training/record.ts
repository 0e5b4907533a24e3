import type { PartName } from "../data/dataset.ts";
import type { Configuration } from "../fields/configuration.ts";

/** Metric -> value at each epoch or step, index = epoch, 0 = the untrained network or the start; null where it does not exist. */
export type MetricSeries = Readonly<Record<string, readonly (number | null)[]>>;

/** Returns the last epoch that was measured. */
export function lastEpoch(series: MetricSeries): number {
  const [values = []] = Object.values(series);
  return values.length - 1;
}

/** Facts about the units of the final network, over at most 1,000 examples of the last part that exists. */
export interface UnitFacts {
  /** Output units that are never the predicted class although examples of the class occur; none where numbers are predicted. */
  readonly deadOutputs: readonly number[];
  /** For each hidden layer: units that are within 0.01 of one end of their range for 99 % of the examples (relu: always 0). */
  readonly saturated: readonly number[];
}

export interface RecordBase {
  readonly id: string;
  readonly configuration: Configuration;
  readonly replicate: number;
  readonly baseSeed: number;
  readonly dataDigest: string;
  readonly trainerVersion: number;
  readonly metrics: MetricSeries;
  /** The part that decides unless the spec says otherwise: validation where it has examples, else test; absent of a descent. */
  readonly evaluated?: EvaluatedPart;
}

/** A part of a data set. */
export interface EvaluatedPart {
  readonly part: PartName;
  /** How often each class occurs in it, [classes]; absent where numbers are predicted. */
  readonly classCounts?: readonly number[];
}

/** Trained through all its epochs. */
export interface CompletedRecord extends RecordBase {
  readonly status: "completed";
  readonly units: UnitFacts;
}

/** Ended before its last epoch: it got no better, or was good enough. `metrics` end with its last epoch. */
export interface StoppedRecord extends RecordBase {
  readonly status: "stopped";
  readonly units: UnitFacts;
}

/** A parameter or loss became non-finite, or the loss exceeded 1,000 times that at epoch 0. */
export interface DivergedRecord extends RecordBase {
  readonly status: "diverged";
  /** The epoch at whose end it was seen; `metrics` end before it. */
  readonly divergedEpoch: number;
}

/** What one finished trial leaves behind. */
export type TrialRecord = CompletedRecord | StoppedRecord | DivergedRecord;

/** Returns whether a trial ended with a network: by its last epoch, or stopped before. */
export function hasFinished<Some extends Pick<TrialRecord, "status">>(
  record: Some | undefined,
): record is Extract<Some, { status: "completed" | "stopped" }> {
  return record?.status === "completed" || record?.status === "stopped";
}
