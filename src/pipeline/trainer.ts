import type { FolderContext } from "../data/source.ts";
import type { NewRecord } from "../store/stored-record.ts";
import type { TrialStore } from "../store/trial-store.ts";
import type { KeptModel } from "../training/model-keeper.ts";
import type { Outcome } from "../training/outcome.ts";
import type { TrainSettings } from "../training/read-trials.ts";
import type { Job } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";
import type { RecentData } from "./data/recent-data.ts";
import type { SweepListener } from "./listener.ts";

/** How one trial ended, with the record to store if it left one. */
export interface Ending {
  readonly trial: Trial;
  readonly outcome: Outcome;
  readonly record?: NewRecord;
  /** The weights at the epoch of the objective, where they were wanted and are available. */
  readonly model?: KeptModel;
}

/** Jobs that are claimed, trained and stored together. */
export interface Batch {
  readonly jobs: readonly [Job, ...Job[]];
  /** How much of the trainer's `width` it takes. */
  readonly weight: number;
}

/** The endings of jobs that were trained together. */
export interface Trained {
  readonly endings: readonly Ending[];
  /** Where they trained, as in `onJobStart`. */
  readonly slot: number;
  /** To be called when their records are durable. */
  readonly onStored?: () => void;
}

/** Trains jobs on threads of this process, or on other machines. Errors of a trial are outcomes. */
export interface Trainer {
  /** The weight of the batches that may be under way at once: claimed, waiting or training. */
  readonly width: number;
  /** Puts jobs together, in their order. */
  batches(jobs: readonly Job[]): readonly Batch[];
  /** Trains jobs of one batch: those that have no record. */
  train(jobs: Batch["jobs"]): Promise<Trained>;
  /** A job needs nothing more: it has trained, or its records were found. */
  release(job: Job): void;
  close(): Promise<void>;
}

/** What a trainer is to do. */
export interface TrainerWork {
  readonly plan: Plan;
  /** All jobs, in the order in which they will be asked for. */
  readonly jobs: readonly Job[];
  readonly settings: TrainSettings;
  /** Whether endings shall have their `model`; one that would have to travel may be left out. */
  readonly returnModel?: boolean | undefined;
  /** Seconds that one trial may take; absent = no limit. */
  readonly timeout: number | undefined;
  readonly load: FolderContext;
  /** Keeps the data set that was used last, for the next user. */
  readonly recent?: RecentData | undefined;
  readonly store: TrialStore;
  readonly signal: AbortSignal;
  readonly listener: SweepListener;
}

/** Makes a trainer ready for its work. */
export type StartTrainer = (work: TrainerWork) => Promise<Trainer>;
