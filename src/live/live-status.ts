/**
 * What a live page shows beside the results, as plain data.
 * @module
 */

/** A sweep at one moment. */
export interface LiveStatus {
  readonly name: string;
  readonly metric: string;
  /** The targets that are scaled, so that losses are; absent where none is. */
  readonly scaledTargets?: readonly string[];
  /** Which round of a search trains, in words; empty where all trials are known at once. */
  readonly round: string;
  readonly trials: number;
  /** Of these, stored or failed. */
  readonly done: number;
  readonly failed: number;
  /** 0 to 1, by work and not by count. */
  readonly share: number;
  readonly samplesPerSecond: number;
  /** Estimated; null at the start. */
  readonly secondsLeft: number | null;
  /** The machines that train; absent where it is this one. */
  readonly fleet?: { readonly workers: number; readonly threads: number };
  /** The work of each thread, in order of threads. */
  readonly workers: readonly LiveWorker[];
  /** Trials that no thread has begun, the next first; the first of them by name. */
  readonly queue: { readonly length: number; readonly next: readonly string[] };
  readonly failures: readonly LiveFailure[];
  /** Grows with every trial that ends: then the results have changed. */
  readonly version: number;
  readonly isStopping: boolean;
}

/** A thread. */
export interface LiveWorker {
  readonly slot: number;
  /** Which machine and thread, where it is not this one. */
  readonly where?: string;
  /** Absent while it waits. */
  readonly job?: LiveJob;
}

/** What a thread trains: one trial, or several that differ in `epochs` alone. */
export interface LiveJob {
  readonly trials: readonly number[];
  /** "eta = 0.3, replicate 2"; may be empty. */
  readonly label: string;
  /** Finished epochs, and all epochs. */
  readonly epoch: number;
  readonly epochs: number;
  /** The objective's metric at every so many epochs from 0, as far as it is known. */
  readonly every: number;
  readonly values: readonly (number | null)[];
}

/** A trial without a record. */
export interface LiveFailure {
  readonly trial: number;
  readonly label: string;
  readonly message: string;
}
