import { packageFile } from "../../files/package-file.ts";
import { threadRunner } from "../../runners/thread-runner.ts";
import type { TrainingRunner } from "./train-here.ts";

/** Returns worker threads that train: train-in-thread.ts in a file of its own. */
export function trainingThreads(threads: number): TrainingRunner {
  return threadRunner(
    { url: packageFile("dist/program/train-in-thread.js"), name: "trainOnKernel" },
    threads,
  );
}

/** Worker threads that stay for the next experiment: starting one takes longer than many a sweep. */
export class SharedThreads {
  #threads: TrainingRunner | undefined;

  /** Starts a first thread of so many, if the system lets it: if not, the error is passed to the one who takes them. */
  start(width: number): void {
    try {
      this.#threads ??= trainingThreads(width);
    } catch {
      // Threads may not be needed.
    }
  }

  /** Returns so many threads, which one user at a time may have. Closing them leaves them to the next one. */
  async take(width: number): Promise<TrainingRunner> {
    if (this.#threads && this.#threads.width < width) await this.close();
    const threads = (this.#threads ??= trainingThreads(width));
    return { width, run: (task, limits) => threads.run(task, limits), close: () => Promise.resolve() };
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    const threads = this.#threads;
    this.#threads = undefined;
    await threads?.close();
  }
}
