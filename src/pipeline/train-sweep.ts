import { buildResults } from "../results/build-results.ts";
import type { Experiment } from "../spec/experiment.ts";
import type { Outcome } from "../training/outcome.ts";
import type { Plan } from "../trials/plan.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import type { Trial } from "../trials/trial.ts";
import { confirmBest, type Confirmed } from "./confirm-best.ts";
import { keepModels } from "./models/keep-models.ts";
import { dropSteps } from "./rounds/drop-steps.ts";
import { storeFor, trainRounds, type RoundOptions } from "./rounds/train-rounds.ts";
import { settingsOf, storedOutcomes } from "./stored-outcomes.ts";
import { takePortraits, type Portrayal } from "./take-portraits.ts";
import { trainPlanned } from "./train-planned.ts";

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

/** How a sweep trains. */
export interface SweepOptions extends RoundOptions {
  /** What trains a model again for a picture; absent = what trains all others. */
  readonly modelTrainerOf?: RoundOptions["trainerOf"];
}

/**
 * Trains what has no record yet and returns the results of the whole experiment, with pictures. The same on the command line
 * and in a browser: what trains and keeps records is handed in.
 * @throws {GridientError} E_DATA, E_MEMORY, E_STORE; E_USAGE if `only` matches nothing.
 */
export async function trainSweep(experiment: Experiment, options: SweepOptions): Promise<TrainedExperiment> {
  const { records, signal, shard, trainerOf, modelTrainerOf = trainerOf } = options;
  const { plan, wanted, outcomes, leading } = await trainRounds(experiment, options);
  const found = buildResults(plan, outcomes, { trainerVersion: TRAINER_VERSION });
  if (leading) await keepModels(found, leading, records);
  const confirmed = shard
    ? { results: found }
    : await confirmBest(plan, found, (confirming) => trainFresh(confirming, options));
  const { portraits, undrawn } = shard
    ? NO_PICTURES
    : await takePortraits(plan, found, { ...options, trainerOf: modelTrainerOf, leading });
  await dropSteps(plan, found, records);
  const results = { ...confirmed.results, portraits };
  const drawing = undrawn === undefined ? {} : { undrawn };
  const recordsDigest = records.digestOf(plan.trials.map(({ id }) => id));
  const cancelled = signal.aborted;
  return { ...confirmed, plan, wanted, outcomes, results, recordsDigest, cancelled, ...drawing };
}

/** Trains what has no record of the replicates that confirm the best configuration. */
async function trainFresh(confirming: Plan, options: SweepOptions): Promise<Map<string, Outcome>> {
  const { listener, records, fresh = false } = options;
  const store = storeFor(options);
  const outcomes = fresh ? new Map<string, Outcome>() : await storedOutcomes(confirming, records);
  const missing = confirming.trials.filter(({ id }) => !outcomes.has(id));
  listener?.onConfirm?.(confirming, outcomes.size);
  const settings = settingsOf(confirming.experiment);
  const { onLast: _, ...others } = options;
  const trained = await trainPlanned(confirming, missing, { ...others, store, settings });
  return new Map([...outcomes, ...trained]);
}

const NO_PICTURES: Portrayal = { portraits: [] };
