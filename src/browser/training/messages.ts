/**
 * Messages between the page and its worker.
 * @module
 */
import type { PartName } from "../../data/dataset.ts";
import type { PageExample } from "../../report/page/page-models.ts";
import type { Objective } from "../../spec/experiment.ts";
import type { Measurement } from "../../training/measure.ts";
import type { TrialRecord } from "../../training/record.ts";
import type { Trial } from "../../trials/trial.ts";

/** What the page asks of the worker: to train, then which examples a unit responds to. */
export type TrainerRequest = TrainRequest | StrongestRequest;

/** What to train. */
export interface TrainRequest {
  readonly kind: "train";
  readonly trial: Trial;
  /** Words that ask for metrics beyond the default ones. */
  readonly metrics: readonly string[];
  readonly objective: Objective;
}

/** Asks for the examples to which a unit of the first layer responds most. */
export interface StrongestRequest {
  readonly kind: "strongest";
  /** The answer has the same. */
  readonly key: string;
  readonly weights: Float32Array;
  readonly part: PartName;
}

/** Messages of the worker: each epoch, then how it ended; later answers to requests. */
export type TrainMessage =
  | {
      readonly kind: "epoch";
      readonly epoch: number;
      readonly measurement: Measurement;
      readonly units: Units;
    }
  | { readonly kind: "ended"; readonly record: TrialRecord }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "strongest"; readonly key: string; readonly examples: readonly PageExample[] };

/** The units of the first layer. */
export interface Units {
  /** [units, features]. */
  readonly weights: Float32Array;
  /** [units]. */
  readonly biases: Float32Array;
  /** 1 for each feature that is not 0 in every training example. */
  readonly used: Uint8Array;
  /** Where an example is an image. */
  readonly image?: readonly [height: number, width: number];
}
