/**
 * What a training worker of the playground runs: the batches of the command line's threads.
 * @module
 */
import { copyDataset, growMemory, type DatasetMemory } from "../kernels/dataset-memory.ts";
import type { Region } from "../kernels/kernel.ts";
import { firstValue } from "../pipeline/threads/batch-progress.ts";
import { trainBatch, type TrainTask } from "../pipeline/threads/train-batch.ts";
import { hasCurve, hasPlane } from "../training/portraits/has-picture.ts";
import type { NetworkCourse } from "../training/kinds/network-course.ts";
import type { DataCopy, FromTrainer, ToTrainer } from "./trainer-messages.ts";

/** Between two looks at the same worker's networks. */
const PAUSE_MS = 400;

/** The data set that this worker has a copy of, and its region. */
let placed: { readonly data: DatasetMemory; region: Region } | undefined;
let lookedAt = performance.now();

addEventListener("message", ({ data: { task, isShared, copy } }: MessageEvent<ToTrainer>) => {
  const here = copy ? { ...task, ...placeCopy(copy, task.region!) } : task;
  const outcome = trainBatch(here, (place, course) => {
    if (!isShared) reportEpoch(here, place, course);
    look(here, place, course);
  });
  post({ kind: "ended", outcome });
});

function placeCopy({ layout, bytes }: DataCopy, { bytes: size }: Region): typeof placed {
  if (bytes) placed = { data: copyDataset(layout, bytes), region: { offset: 0, bytes: 0 } };
  if (!placed) throw new TypeError("A data set is expected (got none)");
  if (placed.region.bytes < size)
    placed.region = { offset: growMemory(placed.data.memory, size), bytes: size };
  return placed;
}

function reportEpoch(
  { jobs, settings }: TrainTask,
  place: number,
  { epoch, measurement }: NetworkCourse,
): void {
  const at = firstValue(jobs, place) + epoch;
  post({ kind: "epoch", place, at, value: measurement[settings.objective.metric] ?? NaN });
}

/** Shows the weights now and then, where the data have a picture that is quickly drawn. */
function look({ data }: TrainTask, place: number, course: NetworkCourse): void {
  if (!data || !(hasPlane(data) || hasCurve(data))) return;
  if (performance.now() - lookedAt < PAUSE_MS) return;
  lookedAt = performance.now();
  post({ kind: "weights", weights: { place, epoch: course.epoch, tensors: course.tensors() } });
}

function post(said: FromTrainer): void {
  postMessage(said);
}
