import { GridientError } from "../../errors.ts";
import { simd } from "../../kernels/simd/simd.ts";
import type { TaskOutcome } from "../../runners/runner.ts";
import { builtKernel } from "./native-kernel.ts";
import { trainBatch, type TrainedBatch, type TrainTask } from "./train-batch.ts";
import type { TrainingRunner } from "./train-here.ts";

const KERNELS = { simd: () => simd, native: builtKernel };

/** A task that says on which kernel it is trained; absent = `simd`. */
type ThreadTask = TrainTask & { readonly kernel?: keyof typeof KERNELS };

/** Trains every trial of every job on the kernel that the task names. */
export function trainOnKernel(task: ThreadTask): TaskOutcome<TrainedBatch> {
  return trainBatch(task, undefined, KERNELS[task.kernel ?? "simd"]());
}

/**
 * Starts a runner on the kernel that GRIDIENT_KERNEL names; `simd` where it is absent or empty.
 * @throws {GridientError} E_USAGE if there is no such kernel; E_KERNEL if it fails its check.
 */
export async function onKernel(
  name: string | undefined,
  start: () => TrainingRunner | Promise<TrainingRunner>,
): Promise<TrainingRunner> {
  const kernel = name || "simd";
  if (!isKernel(kernel)) throw unknownKernel(kernel);
  KERNELS[kernel]();
  const runner = await start();
  return {
    width: runner.width,
    run(task, limits) {
      const onIt: ThreadTask = { ...task, kernel };
      return runner.run(onIt, limits);
    },
    close: () => runner.close(),
  };
}

function isKernel(name: string): name is keyof typeof KERNELS {
  return Object.hasOwn(KERNELS, name);
}

function unknownKernel(name: string): GridientError {
  const names = Object.keys(KERNELS).join(" or ");
  return new GridientError("E_USAGE", `GRIDIENT_KERNEL must be ${names} (got ${name})`);
}
