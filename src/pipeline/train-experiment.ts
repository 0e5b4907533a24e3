import { buildResults } from "../results/build-results.ts";
import type { Experiment } from "../spec/experiment.ts";
import type { Outcome } from "../training/outcome.ts";
import type { Plan } from "../trials/plan.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import type { Trial } from "../trials/trial.ts";
import { confirmBest, type Confirmed } from "./confirm-best.ts";
import { keepModels } from "./keep-models.ts";
import { knowVersions } from "./programs/know-versions.ts";
import { noteProgram } from "./programs/program-notes.ts";
import { RecentData } from "./data/recent-data.ts";
import { dropSteps } from "./rounds/drop-steps.ts";
import { recordsOf, storeFor, trainRounds } from "./rounds/train-rounds.ts";
import { settingsOf, storedOutcomes } from "./stored-outcomes.ts";
import { SharedThreads } from "./threads/training-threads.ts";
import { takePortraits, type Portrayal } from "./take-portraits.ts";
import { trainPlanned, type TrainingOptions } from "./train-planned.ts";

/** An experiment whose trials have all been tried. */
export interface TrainedExperiment extends Confirmed {
  readonly plan: Plan;
  /** The trials that this run was to train: all, or those that `only` and `shard` choose. */
  readonly wanted: readonly Trial[];
  /** How every trial of the plan ended, by id. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** The user stopped it: some trials have no outcome, unless all had ended and only pictures were missing. */
  readonly cancelled: boolean;
  /** Why the pictures of models are missing, where they are. */
  readonly undrawn?: string;
  /** Of the records of the plan, as `RecordStore.digestOf` returns it; undefined where it does. */
  readonly recordsDigest: string | undefined;
}

/**
 * Trains what has no record yet and returns the results of the whole experiment. Writes records, but no results.
 * @throws {GridientError} E_DATA, E_MEMORY, E_STORE; E_USAGE if `only` matches nothing.
 */
export async function trainExperiment(
  experiment: Experiment,
  options: TrainingOptions,
): Promise<TrainedExperiment> {
  if (options.threads) return trainOn(experiment, options);
  const threads = new SharedThreads();
  try {
    return await trainOn(experiment, { ...options, threads });
  } finally {
    void threads.close(); // results need not wait until they have ended
  }
}

async function trainOn(given: Experiment, options: TrainingOptions): Promise<TrainedExperiment> {
  const experiment = await knowVersions(given, options);
  const { versions } = experiment.sweep.folder;
  if (versions) await noteProgram(options.storeDir, experiment.name, { versions });
  const signal = options.signal ?? new AbortController().signal;
  const recent = new RecentData();
  const records = recordsOf(options);
  const { plan, wanted, outcomes, leading } = await trainRounds(experiment, {
    ...options,
    signal,
    recent,
    records,
  });
  const found = buildResults(plan, outcomes, { trainerVersion: TRAINER_VERSION });
  if (leading) await keepModels(found, leading, records);
  const confirmed = options.shard
    ? { results: found }
    : await confirmBest(plan, found, (confirming) => trainFresh(confirming, options, recent));
  const { portraits, undrawn } = options.shard
    ? NO_PICTURES
    : await takePortraits(plan, found, { ...options, leading, recent });
  await dropSteps(plan, found, records);
  const results = { ...confirmed.results, portraits };
  const drawing = undrawn === undefined ? {} : { undrawn };
  const recordsDigest = records.digestOf(plan.trials.map(({ id }) => id));
  const cancelled = signal.aborted;
  return { ...confirmed, plan, wanted, outcomes, results, recordsDigest, cancelled, ...drawing };
}

/** Trains what has no record of the replicates that confirm the best configuration. */
async function trainFresh(
  confirming: Plan,
  options: TrainingOptions,
  recent: RecentData,
): Promise<Map<string, Outcome>> {
  const { listener } = options;
  const records = recordsOf(options);
  const store = storeFor(records, options);
  const outcomes = options.fresh ? new Map<string, Outcome>() : await storedOutcomes(confirming, records);
  const missing = confirming.trials.filter(({ id }) => !outcomes.has(id));
  listener?.onConfirm?.(confirming, outcomes.size);
  const signal = options.signal ?? new AbortController().signal;
  const settings = settingsOf(confirming.experiment);
  const trained = await trainPlanned(confirming, missing, { ...options, store, settings, signal, recent });
  return new Map([...outcomes, ...trained]);
}

const NO_PICTURES: Portrayal = { portraits: [] };
