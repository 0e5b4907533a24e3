import { toFailure } from "../../errors.ts";
import type { DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Region } from "../../kernels/kernel.ts";
import { simd } from "../../kernels/simd/simd.ts";
import type { Checkpoint } from "../../training/checkpoint.ts";
import type { TaskOutcome } from "../../runners/runner.ts";
import type { TrainedTrial, TrainSettings } from "../../training/read-trials.ts";
import type { NetworkCourse } from "../../training/network-course.ts";
import { descendTrials, trainTrials } from "../../training/train-trials.ts";
import type { Job } from "../../trials/job.ts";
import { noteEpoch, type JobProgress } from "./job-progress.ts";

/** Everything a thread needs to train a job: plain data and a shared memory. */
export interface TrainTask {
  readonly job: Job;
  readonly settings: TrainSettings;
  /** Data and region; absent of descents on a function. */
  readonly data?: DatasetMemory;
  readonly region?: Region;
  readonly progress: JobProgress;
  /** Where to go on; absent = with the untrained network. */
  readonly from?: Checkpoint;
}

/** Trains every trial of a job. What a worker thread runs; it never throws. */
export function trainJob({ job, settings, progress, ...where }: TrainTask): TaskOutcome<TrainedTrial[]> {
  try {
    const descended = descendTrials(job.trials, settings);
    if (descended) return { status: "done", result: descended };
    const onEpoch = ({ epoch, measurement }: NetworkCourse): void =>
      noteEpoch(progress, epoch, measurement[settings.objective.metric]);
    const place = { ...where, data: where.data!, region: where.region!, kernel: simd, onEpoch };
    return { status: "done", result: trainTrials(job.trials, settings, place) };
  } catch (error) {
    return { status: "failed", failure: toFailure(error) };
  }
}
