import { toFailure } from "../../errors.ts";
import type { DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Kernel, Region } from "../../kernels/kernel.ts";
import { simd } from "../../kernels/simd/simd.ts";
import type { TaskOutcome } from "../../runners/runner.ts";
import type { Checkpoint } from "../../training/checkpoint.ts";
import type { NetworkCourse, TrainPlace } from "../../training/kinds/network-course.ts";
import type { TrainedTrial, TrainSettings } from "../../training/read-trials.ts";
import { trainTrials } from "../../training/train-trials.ts";
import type { Job } from "../../trials/job.ts";
import { firstValue, type BatchProgress } from "./batch-progress.ts";

/** Everything a thread needs to train jobs, one after the other: plain data and a shared memory. */
export interface TrainTask {
  readonly jobs: readonly Job[];
  /** Where each job resumes; undefined = with the untrained network. */
  readonly from: readonly (Checkpoint | undefined)[];
  readonly settings: TrainSettings;
  /** The data set of all of them and a region; absent of descents on a function. */
  readonly data?: DatasetMemory;
  readonly region?: Region;
  readonly progress: BatchProgress;
}

/** How each job of a batch ended. */
export type TrainedBatch = readonly TaskOutcome<TrainedTrial[]>[];

/** Is called at the end of each epoch of a job. */
export type OnEpoch = (place: number, course: NetworkCourse) => void;

/** Who looks on, and what computes. */
interface Means {
  readonly onEpoch: OnEpoch | undefined;
  readonly kernel: Kernel;
}

/** Trains every trial of every job, in Node or a browser; never throws. @param onEpoch Absent = no one looks on. */
export function trainBatch(
  task: TrainTask,
  onEpoch?: OnEpoch,
  kernel: Kernel = simd,
): TaskOutcome<TrainedBatch> {
  const means = { onEpoch, kernel };
  return { status: "done", result: task.jobs.map((_, place) => trainJob(task, place, means)) };
}

function trainJob(task: TrainTask, place: number, means: Means): TaskOutcome<TrainedTrial[]> {
  try {
    return {
      status: "done",
      result: trainTrials(task.jobs[place]!.trials, task.settings, trainPlace(task, place, means)),
    };
  } catch (error) {
    return { status: "failed", failure: toFailure(error) };
  }
}

/** Returns where a job trains; undefined without data. */
function trainPlace(task: TrainTask, place: number, { onEpoch, kernel }: Means): TrainPlace | undefined {
  const { data, region } = task;
  if (!data || !region) return undefined;
  const from = task.from[place];
  return { data, region, kernel, ...(from && { from }), onEpoch: noter(task, place, onEpoch) };
}

/** Returns what notes the end of each epoch of a job. */
function noter(
  { jobs, settings, progress }: TrainTask,
  place: number,
  onEpoch: OnEpoch | undefined,
): (course: NetworkCourse) => void {
  const first = firstValue(jobs, place);
  return (course) => {
    const { epoch, measurement } = course;
    progress.values[first + epoch] = measurement[settings.objective.metric] ?? NaN;
    Atomics.add(progress.epochs, place, 1);
    onEpoch?.(place, course);
  };
}
