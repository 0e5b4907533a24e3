import type { Job } from "../../trials/job.ts";

/** How far the jobs of a batch are, in shared memory: written by the thread that trains them, read by the main one. */
export interface BatchProgress {
  /** Finished epochs of each job. */
  readonly epochs: Int32Array;
  /** The objective's value at the end of each epoch of each job; NaN where there is none, or none yet. */
  readonly values: Float64Array;
}

/** Returns the progress of jobs that resume after some epochs each. */
export function startProgress(jobs: readonly Job[], firsts: readonly number[]): BatchProgress {
  const epochs = new Int32Array(sharedBytes(4 * jobs.length));
  epochs.set(firsts);
  const length = firstValue(jobs, jobs.length);
  return { epochs, values: new Float64Array(sharedBytes(8 * length)).fill(NaN) };
}

/** A page that is not isolated from others has no shared memory: then whoever runs the jobs writes it here. */
function sharedBytes(length: number): SharedArrayBuffer | ArrayBuffer {
  return typeof SharedArrayBuffer === "undefined" ? new ArrayBuffer(length) : new SharedArrayBuffer(length);
}

/** Returns where the values of a job begin. */
export function firstValue(jobs: readonly Job[], place: number): number {
  return jobs.slice(0, place).reduce((sum, { epochs }) => sum + epochs + 1, 0);
}

/** Returns how many epochs of a job are finished. */
export function finishedEpochs({ epochs }: BatchProgress, place: number): number {
  return Atomics.load(epochs, place);
}
