/**
 * Messages between the page and its worker.
 * @module
 */
import type { Objective } from "../../spec/experiment.ts";
import type { Measurement } from "../../training/measure.ts";
import type { TrialRecord } from "../../training/record.ts";
import type { Trial } from "../../trials/trial.ts";

/** What to train. */
export interface TrainRequest {
  readonly trial: Trial;
  /** Words that ask for metrics beyond the default ones. */
  readonly metrics: readonly string[];
  readonly objective: Objective;
}

/** Messages of the worker: each epoch, then how it ended. */
export type TrainMessage =
  | {
      readonly kind: "epoch";
      readonly epoch: number;
      readonly measurement: Measurement;
      readonly units: Units;
    }
  | { readonly kind: "ended"; readonly record: TrialRecord }
  | { readonly kind: "failed"; readonly message: string };

/** The units of the first layer. */
export interface Units {
  /** [units, features]. */
  readonly weights: Float32Array;
  /** [units]. */
  readonly biases: Float32Array;
  /** Where an example is an image. */
  readonly image?: readonly [height: number, width: number];
}
