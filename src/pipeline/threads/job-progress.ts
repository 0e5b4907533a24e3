/** How far a job is, in shared memory: written by the thread that trains it, read by the main one. */
export interface JobProgress {
  /** One number: the finished epochs. */
  readonly epochs: Int32Array;
  /** The objective's value at the end of each epoch; NaN where there is none, or none yet. */
  readonly values: Float64Array;
}

/** Returns the progress of a job of so many epochs that goes on after the `first` ones. */
export function startProgress(epochs: number, first: number): JobProgress {
  return {
    epochs: new Int32Array(new SharedArrayBuffer(4)).fill(first),
    values: new Float64Array(new SharedArrayBuffer(8 * (epochs + 1))).fill(NaN),
  };
}

/** Notes the end of one more epoch. */
export function noteEpoch(progress: JobProgress, epoch: number, value: number | undefined): void {
  progress.values[epoch] = value ?? NaN;
  Atomics.add(progress.epochs, 0, 1);
}

/** Returns how many epochs are finished. */
export function finishedEpochs({ epochs }: JobProgress): number {
  return Atomics.load(epochs, 0);
}
