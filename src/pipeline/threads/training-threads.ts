import type { Runner } from "../../runners/runner.ts";
import { threadRunner } from "../../runners/thread-runner.ts";
import type { TrainedTrial } from "../../training/read-trials.ts";
import type { TrainTask } from "./train-job.ts";

/** Returns worker threads that train. Threads load built JavaScript, also when this file runs as TypeScript in tests. */
export function trainingThreads(threads: number): Runner<TrainTask, TrainedTrial[]> {
  const built = import.meta.url.endsWith(".ts")
    ? "../../../dist/pipeline/threads/train-job.js"
    : "./train-job.js";
  return threadRunner({ url: new URL(built, import.meta.url), name: "trainJob" }, threads);
}
