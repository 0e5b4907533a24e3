import { packageFile } from "../../files/package-file.ts";
import type { Runner } from "../../runners/runner.ts";
import { threadRunner } from "../../runners/thread-runner.ts";
import type { TrainedBatch, TrainTask } from "./train-batch.ts";

/** Returns worker threads that train: train-batch.ts in a file of its own. */
export function trainingThreads(threads: number): Runner<TrainTask, TrainedBatch> {
  return threadRunner({ url: packageFile("dist/program/train-batch.cjs"), name: "trainBatch" }, threads);
}
