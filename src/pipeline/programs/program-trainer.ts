import { availableParallelism } from "node:os";
import { GridientError } from "../../errors.ts";
import type { ProgramConfiguration } from "../../fields/configuration.ts";
import { linkedController } from "../../runners/linked-controller.ts";
import { ProcessGuard } from "../../runners/process-guard.ts";
import { shellWord } from "../../text/shell-word.ts";
import { visibleText } from "../../text/visible-text.ts";
import { isRecord } from "../../training/outcome.ts";
import { keepLabel } from "../../training/model-keeper.ts";
import type { Job } from "../../trials/job.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";
import { Slots } from "../threads/slots.ts";
import type { Ending, StartTrainer, TrainerWork } from "../trainer.ts";
import { Measurements } from "./measurements.ts";
import { runTrial } from "./run-trial.ts";
import type { Environment } from "./trial-folder.ts";

/** Which programs may run, and how many at a time. */
export interface ProgramOptions {
  /** How many; absent = what the experiment says, else one for each core. */
  readonly workers?: number | undefined;
  /** The user's consent that a spec starts programs, with the environment that they start from; absent = refused. */
  readonly programs?: { readonly environment: Environment } | undefined;
}

/** Returns a trainer that runs the user's program for each trial. */
export function programTrainer({ workers, programs }: ProgramOptions): StartTrainer {
  return (work) => {
    const { experiment } = work.plan;
    if (!programs) throw refusal(work.plan);
    const width = workers ?? experiment.run.workers ?? availableParallelism();
    const slots = new Slots(width);
    const guard = new ProcessGuard();
    const reported = new Set<string>();
    return Promise.resolve({
      width,
      batches: (jobs) => jobs.map((job) => ({ jobs: [job], weight: 1 })),
      train: (jobs) =>
        slots.use(async (slot) => {
          const endings: Ending[] = [];
          for (const job of jobs)
            for (const trial of job.trials)
              endings.push(await runOne({ job, trial, slot }, { ...work, ...programs, guard, reported }));
          return { endings, slot };
        }),
      release: () => undefined,
      close: () => {
        guard.close();
        return Promise.resolve();
      },
    });
  };
}

/** What all trials of a sweep have in common. */
interface Training extends TrainerWork {
  readonly environment: Environment;
  readonly guard: ProcessGuard;
  /** Names of undeclared metrics for which a notice was printed, so that each gets one notice. */
  readonly reported: Set<string>;
}

async function runOne(
  { job, trial, slot }: { readonly job: Job; readonly trial: Trial; readonly slot: number },
  { plan: { experiment }, settings, timeout, signal, listener, environment, guard, reported }: Training,
): Promise<Ending> {
  const { configuration } = trial;
  if (!isProgram(configuration)) throw new TypeError("A program is expected (got another kind of trial)");
  const measurements = new Measurements(settings.metrics, job.epochs);
  const values = new Float64Array(job.epochs + 1).fill(NaN);
  const { controller, unlink } = linkedController(signal);
  listener.onJobStart?.(job, slot, {
    together: [job],
    epochs: () => measurements.epoch,
    values,
    cancel: () => controller.abort(),
  });
  const { metric } = settings.objective;
  const { outcome, log } = await runTrial({
    trial,
    configuration,
    measurements,
    from: experiment.sweep.folder,
    names: experiment.run.environment ?? [],
    environment,
    timeout,
    signal: controller.signal,
    guard,
    onReport: () => measurements.valuesOf(metric).forEach((value, epoch) => (values[epoch] = value ?? NaN)),
  }).finally(unlink);
  for (const name of measurements.undeclared) {
    if (reported.has(name)) continue;
    reported.add(name);
    listener.onNotice?.(
      `Ignoring ${visibleText(name)}, which the program reports but metrics does not declare`,
    );
  }
  if (!isRecord(outcome)) return { trial, outcome };
  const kept = keepLabel(settings.keep, settings.objective);
  return { trial, outcome, record: { record: outcome, models: [], kept, prefixId: trial.prefixId, log } };
}

function isProgram(configuration: object): configuration is ProgramConfiguration {
  return "command" in configuration;
}

function refusal({ experiment: { base, file } }: Plan): GridientError {
  const program = !isProgram(base)
    ? ""
    : base.command.length > 0
      ? base.command.map(shellWord).join(" ")
      : base.module;
  const message = `${file} runs a program, which must be allowed: ${visibleText(program)}`;
  const hint = 'Add --allow-programs, or write "gridient": {"allowPrograms": true} into package.json';
  return new GridientError("E_PROGRAM", message, { hint });
}
