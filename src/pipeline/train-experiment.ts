import { availableParallelism } from "node:os";
import type { LoadContext } from "../data/source.ts";
import { buildResults } from "../results/build-results.ts";
import type { Results } from "../results/results.ts";
import { inlineRunner } from "../runners/inline-runner.ts";
import type { Experiment } from "../spec/experiment.ts";
import { RecordStore } from "../store/record-store.ts";
import type { TrialStore } from "../store/trial-store.ts";
import type { Outcome } from "../training/outcome.ts";
import type { TrainSettings } from "../training/train-trials.ts";
import { planTrials, type Plan } from "../trials/plan.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import type { Trial } from "../trials/trial.ts";
import type { SweepListener } from "./listener.ts";
import { settingsOf, storedOutcomes } from "./stored-outcomes.ts";
import { trainJob } from "./train-job.ts";
import { trainMissing } from "./train-missing.ts";
import { trainingThreads } from "./training-threads.ts";

/** How and where trials train; none of it changes a byte of the results. */
export interface TrainingOptions {
  /** Folder of records. */
  readonly storeDir: string;
  readonly load: LoadContext;
  /** Threads; absent = what the experiment says, else one for each core. */
  readonly workers?: number | undefined;
  /** Trains in this thread instead of worker threads; `workers` and `run.timeout` then mean nothing. */
  readonly inline?: boolean;
  readonly signal?: AbortSignal;
  readonly listener?: SweepListener;
}

/** An experiment whose trials have all been tried. */
export interface TrainedExperiment {
  readonly plan: Plan;
  /** How every trial of the plan ended, by id. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly results: Results;
  /** The user stopped it: some trials have no outcome. */
  readonly cancelled: boolean;
}

/**
 * Trains what has no record yet and returns the results of the whole experiment. Writes records, but no results.
 * @throws {GridientError} E_DATA, E_MEMORY, E_STORE.
 */
export async function trainExperiment(
  experiment: Experiment,
  options: TrainingOptions,
): Promise<TrainedExperiment> {
  const plan = planTrials(experiment);
  const store = new RecordStore(options.storeDir, (...damage) =>
    options.listener?.onDamagedRecord?.(...damage),
  );
  const settings = settingsOf(experiment);
  const outcomes = await storedOutcomes(plan, store);
  options.listener?.onPlan?.(plan, outcomes.size);
  const missing = plan.trials.filter(({ id }) => !outcomes.has(id));
  const signal = options.signal ?? new AbortController().signal;
  const trained = await trainPlanned(plan, missing, { ...options, store, settings, signal });
  for (const [id, outcome] of trained) outcomes.set(id, outcome);
  const results = buildResults(plan, outcomes, { trainerVersion: TRAINER_VERSION });
  return { plan, outcomes, results, cancelled: signal.aborted };
}

/** What training the given trials of a plan needs. */
interface TrainOptions extends Omit<TrainingOptions, "storeDir"> {
  readonly store: TrialStore;
  readonly settings: TrainSettings;
  readonly signal: AbortSignal;
}

/** Trains the given trials of a plan in threads, or in this one; returns how each ended, by id. */
export async function trainPlanned(
  plan: Plan,
  trials: readonly Trial[],
  options: TrainOptions,
): Promise<Map<string, Outcome>> {
  if (trials.length === 0) return new Map();
  const { run } = plan.experiment;
  const threads = Math.min(options.workers ?? run.workers ?? availableParallelism(), trials.length);
  const runner = options.inline ? inlineRunner(trainJob) : trainingThreads(threads);
  try {
    const { listener = {} } = options;
    return await trainMissing(plan, trials, { ...options, runner, timeout: run.timeout, listener });
  } finally {
    await Promise.all([runner.close(), options.store.close()]);
  }
}
