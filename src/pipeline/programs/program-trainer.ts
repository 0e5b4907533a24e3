import { availableParallelism } from "node:os";
import { lengthOf } from "../../configuration/kind-of.ts";
import { linkedController } from "../../runners/linked-controller.ts";
import type { ProgramLauncher } from "../../runners/program-launcher.ts";
import { visibleText } from "../../text/visible-text.ts";
import { isRecord } from "../../training/outcome.ts";
import { keepLabel } from "../../training/model-keeper.ts";
import type { Job } from "../../trials/job.ts";
import type { Trial } from "../../trials/trial.ts";
import type { StartTrainer, Trained, TrainerWork } from "../trainer.ts";
import { Checkpoints } from "./checkpoints.ts";
import { Measurements } from "./measurements.ts";
import { openLauncher } from "./open-launcher.ts";
import { isProgram } from "../../configuration/program-folder.ts";
import { refuseProgram, refuseTypeScript } from "./refuse-program.ts";
import { runTrial } from "./run-trial.ts";
import { TrialFolders, type Environment } from "./trial-folder.ts";

/** Which programs may run, and how many at a time. */
export interface ProgramOptions {
  /** How many; absent = what the experiment says, else one for each core. */
  readonly workers?: number | undefined;
  /** The user's consent that a spec starts programs, with the environment that they start from; absent = refused. */
  readonly programs?: { readonly environment: Environment } | undefined;
  /** What starts them, and stays open; absent = one of its own. */
  readonly launcher?: ProgramLauncher | undefined;
}

/** Returns a trainer that runs the user's program for each trial. */
export function programTrainer({ workers, programs, launcher: shared }: ProgramOptions): StartTrainer {
  return (work) => {
    const { experiment } = work.plan;
    if (!programs) throw refuseProgram(experiment);
    refuseTypeScript(work.plan);
    const width = workers ?? experiment.run.workers ?? availableParallelism();
    const launcher = shared ?? openLauncher(width);
    const notify = (text: string): void => work.listener.onNotice?.(text);
    const checkpoints = new Checkpoints({ ...work, notify });
    const folders = new TrialFolders();
    const training = { ...work, ...programs, launcher, folders, checkpoints, reported: new Set<string>() };
    return Promise.resolve({
      width: 4 * width, // others are made ready, and stored, while some run
      batches: (jobs) => jobs.map((job) => ({ jobs: [job], weight: 1 })),
      async train(jobs) {
        const trained: Trained[] = [];
        for (const job of jobs)
          for (const trial of shortestFirst(job)) trained.push(await runOne(job, trial, training));
        return { endings: trained.flatMap(({ endings }) => endings), slot: trained.at(-1)?.slot ?? -1 };
      },
      release: () => undefined,
      close: () => {
        if (!shared) launcher.close();
        return folders.close();
      },
    });
  };
}

/** Longer trials may continue from what shorter ones leave. */
function shortestFirst({ trials }: Job): Trial[] {
  return trials.toSorted((a, b) => lengthOf(a.configuration) - lengthOf(b.configuration));
}

/** What all trials of a sweep have in common. */
interface Training extends TrainerWork {
  readonly environment: Environment;
  readonly launcher: ProgramLauncher;
  readonly folders: TrialFolders;
  readonly checkpoints: Checkpoints;
  /** Names of undeclared metrics for which a notice was printed, so that each gets one notice. */
  readonly reported: Set<string>;
}

async function runOne(
  job: Job,
  trial: Trial,
  { plan: { experiment }, settings, timeout, signal, listener, ...training }: Training,
): Promise<Trained> {
  const { environment, launcher, folders, checkpoints, reported } = training;
  const { configuration } = trial;
  if (!isProgram(configuration)) throw new TypeError("A program is expected (got another kind of trial)");
  const measurements = new Measurements(settings.metrics, lengthOf(configuration));
  const values = new Float64Array(job.epochs + 1).fill(NaN);
  const { controller, unlink } = linkedController(signal);
  const cancel = (): void => controller.abort();
  const running = { together: [job], epochs: () => measurements.epoch, values, cancel };
  const { metric } = settings.objective;
  let usedSlot = -1;
  const { outcome, log } = await runTrial({
    trial,
    configuration,
    measurements,
    from: experiment.sweep.folder,
    names: experiment.run.environment ?? [],
    environment,
    timeout,
    signal: controller.signal,
    launcher,
    folders,
    checkpoints,
    onStart: (slot) => {
      usedSlot = slot;
      values.set(measurements.valuesOf(metric).map((value) => value ?? NaN));
      listener.onJobStart?.(job, slot, running);
    },
    onReport: () => {
      const { epoch } = measurements;
      values[epoch] = measurements.valuesOf(metric)[epoch] ?? NaN;
    },
  }).finally(unlink);
  for (const name of measurements.undeclared) {
    if (reported.has(name)) continue;
    reported.add(name);
    listener.onNotice?.(
      `Ignoring ${visibleText(name)}, which the program reports but metrics does not declare`,
    );
  }
  if (!isRecord(outcome)) return { endings: [{ trial, outcome }], slot: usedSlot };
  const kept = keepLabel(settings.keep, settings.objective);
  const record = { record: outcome, models: [], kept, prefixId: trial.prefixId, log };
  return { endings: [{ trial, outcome, record }], slot: usedSlot };
}
