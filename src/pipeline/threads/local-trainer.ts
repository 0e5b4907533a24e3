import { availableParallelism } from "node:os";
import { kindName } from "../../configuration/kind-of.ts";
import type { ExperimentKind } from "../../metrics/metrics.ts";
import type { Plan } from "../../trials/plan.ts";
import { programTrainer, type ProgramOptions } from "../programs/program-trainer.ts";
import { inlineRunner } from "../../runners/inline-runner.ts";
import { runnerTrainer, trialsOf } from "./runner-trainer.ts";
import { onKernel, trainOnKernel } from "./train-on-kernel.ts";
import { trainingThreads, type SharedThreads } from "./training-threads.ts";
import type { StartTrainer } from "../trainer.ts";

/** Which threads of this process train. */
export interface ThreadOptions {
  /** How many; absent = what the experiment says, else one for each core. */
  readonly workers?: number | undefined;
  /** Trains in this thread instead: `workers` and `run.timeout` then mean nothing. */
  readonly inline?: boolean | undefined;
  /** What GRIDIENT_KERNEL says, the kernel that trains networks; absent = `simd`. */
  readonly kernel?: string | undefined;
  /** Where threads come from that outlive the trainer; absent = from nowhere, they are its own. */
  readonly threads?: SharedThreads | undefined;
}

/** How trials run on this machine. */
export type LocalOptions = ThreadOptions & ProgramOptions;

const TRAINERS: Readonly<Record<ExperimentKind, (options: LocalOptions) => StartTrainer>> = {
  network: threadTrainer,
  function: threadTrainer,
  program: programTrainer,
};

/** Returns what trains the trials of a plan on this machine. */
export function localTrainer({ experiment }: Plan, options: LocalOptions): StartTrainer {
  return TRAINERS[kindName(experiment.base)](options);
}

/** Returns a trainer in worker threads, at most one a trial, or in this one. */
function threadTrainer({ workers, inline = false, kernel, threads }: ThreadOptions): StartTrainer {
  return runnerTrainer(async ({ plan, jobs }) => {
    if (inline) return onKernel(kernel, () => inlineRunner(trainOnKernel));
    const width = Math.min(workers ?? plan.experiment.run.workers ?? availableParallelism(), trialsOf(jobs));
    return onKernel(kernel, () => (threads ? threads.take(width) : trainingThreads(width)));
  });
}
