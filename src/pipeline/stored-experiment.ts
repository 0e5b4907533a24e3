import { buildResults } from "../results/build-results.ts";
import type { Results } from "../results/results.ts";
import type { Experiment } from "../spec/experiment.ts";
import type { Plan } from "../trials/plan.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import type { Trial } from "../trials/trial.ts";
import { confirmBest } from "./confirm-best.ts";
import { planSoFar } from "./rounds/plan-so-far.ts";
import { storedOutcomes } from "./stored-outcomes.ts";
import { takePortraits } from "./take-portraits.ts";
import { localMeans, type TrainingOptions } from "./local-means.ts";

/** The results of an experiment, as far as the store has them. */
export interface StoredExperiment {
  readonly plan: Plan;
  readonly results: Results;
  /** All that there are to be: those of the plan, and those that confirm the best configuration. */
  readonly trials: readonly Trial[];
  /** The trials that have no record: `results` are incomplete if there are any. */
  readonly missing: readonly Trial[];
  /** Why the pictures of models are missing, where they are. */
  readonly undrawn?: string;
}

/**
 * Returns an experiment's results as far as there are records. Trains nothing except a model that a picture needs and that
 * has no portrait yet.
 *
 * @param onDamage Called for every damaged record whose trial has no other.
 */
export async function storedExperiment(
  experiment: Experiment,
  options: Pick<TrainingOptions, "storeDir" | "load">,
  onDamage: (file: string, reason: string) => void,
): Promise<StoredExperiment> {
  const means = localMeans(options, onDamage);
  const { records: store } = means;
  const { plan, outcomes } = await planSoFar(experiment, store);
  const found = buildResults(plan, outcomes, { trainerVersion: TRAINER_VERSION });
  const { results, confirming } = await confirmBest(plan, found, (fresh) => storedOutcomes(fresh, store));
  const trials = [...plan.trials, ...(confirming?.plan.trials ?? [])];
  const missing = trials.filter(({ id }) => !outcomes.has(id) && !confirming?.outcomes.has(id));
  const { portraits, ...drawing } = await takePortraits(plan, results, means);
  return { plan, results: { ...results, portraits }, trials, missing, ...drawing };
}
