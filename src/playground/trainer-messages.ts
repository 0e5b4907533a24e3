import type { DatasetMemory } from "../kernels/dataset-memory.ts";
import type { TrainedBatch, TrainTask } from "../pipeline/threads/train-batch.ts";
import type { TaskOutcome } from "../runners/runner.ts";
import type { Tensors } from "../training/checkpoint.ts";

/** A task for a training worker. */
export interface ToTrainer {
  readonly task: TrainTask;
  /** Whether its memory is shared; else each epoch is reported. */
  readonly isShared: boolean;
  /** The data set of the task, where its memory cannot be sent. */
  readonly copy?: DataCopy;
}

/** A data set for a memory of its own. */
export interface DataCopy {
  readonly layout: Omit<DatasetMemory, "memory">;
  /** Absent where the worker had it before. */
  readonly bytes?: Uint8Array;
}

/** What a training worker says. */
export type FromTrainer =
  | { readonly kind: "ended"; readonly outcome: TaskOutcome<TrainedBatch> }
  /** The value of the objective at the end of an epoch of a job, and its place among all values. */
  | { readonly kind: "epoch"; readonly place: number; readonly at: number; readonly value: number }
  | { readonly kind: "weights"; readonly weights: SeenWeights };

/** The weights of a network that trains. */
export interface SeenWeights {
  /** Which job of the task. */
  readonly place: number;
  readonly epoch: number;
  readonly tensors: Tensors;
}
