/**
 * Messages between coordinator and workers: plain data that fits schemas/fleet.schema.json, never code.
 * @module
 */
import type { DatasetFacts } from "../data/dataset.ts";
import type { NetworkConfiguration } from "../fields/configuration.ts";
import type { TrainSettings } from "../training/read-trials.ts";
import type { Failure } from "../errors.ts";
import type { Versions } from "./names.ts";

/** Jobs that one worker trains one after the other: what lies in the queue. */
export interface BatchMessage extends Versions {
  readonly kind: "batch";
  /** Id of the sweep. */
  readonly sweep: string;
  readonly settings: TrainSettings;
  /** Seconds that one trial may take. */
  readonly timeout?: number;
  /** What is known of each data set before it is there, by its digest. */
  readonly data: Readonly<Record<string, DatasetFacts>>;
  readonly jobs: readonly JobMessage[];
}

/** Trials of a program that one worker runs: their ids alone, as it runs what lies in its own files. */
export interface ProgramsMessage extends Versions {
  readonly kind: "programs";
  /** Id of the sweep. */
  readonly sweep: string;
  readonly ids: readonly string[];
}

/** Trials that train as one. */
export interface JobMessage {
  /** Of the trial with the same place in `ids`. */
  readonly epochs: readonly number[];
  /** The ids that the trials must have. */
  readonly ids: readonly string[];
  /** That of the first trial. */
  readonly configuration: NetworkConfiguration;
  readonly replicate: number;
  readonly baseSeed: number;
  readonly dataDigest: string;
}

/** The endings of trials of a batch. */
export interface ReportMessage extends Versions {
  readonly kind: "report";
  readonly sweep: string;
  /** Id of the batch. */
  readonly batch: string;
  /** Name of the worker. */
  readonly worker: string;
  readonly endings: readonly EndingMessage[];
  /** Why the worker does not train the batch. */
  readonly refusal?: string;
}

/** How a trial ended. */
export type EndingMessage = RecordMessage | FailureMessage;

/** A record as a store keeps it, with its checksum, and the weights to keep beside it. */
export interface RecordMessage {
  readonly id: string;
  readonly status: "record";
  readonly record: string;
  readonly models: readonly WeightsMessage[];
  /** What a program printed besides its metrics. */
  readonly log?: string;
  /** The weights at the epoch of the objective, where the batch asks for them. */
  readonly model?: WeightsMessage;
}

/** The weights at the end of an epoch: safetensors in base64. */
export interface WeightsMessage {
  readonly epoch: number;
  readonly file: string;
}

/** A trial without a record. */
export interface FailureMessage {
  readonly id: string;
  readonly status: "failed" | "timeout" | "cancelled";
  readonly failure: Pick<Failure, "code" | "message">;
}
