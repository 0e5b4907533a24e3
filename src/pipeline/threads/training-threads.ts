import { packageFile } from "../../files/package-file.ts";
import type { Runner } from "../../runners/runner.ts";
import { threadRunner } from "../../runners/thread-runner.ts";
import type { TrainedTrial } from "../../training/read-trials.ts";
import type { TrainTask } from "./train-job.ts";

/** Returns worker threads that train: train-job.ts in a file of its own. */
export function trainingThreads(threads: number): Runner<TrainTask, TrainedTrial[]> {
  return threadRunner({ url: packageFile("dist/program/train-job.cjs"), name: "trainJob" }, threads);
}
