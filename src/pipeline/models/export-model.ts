import { loadDataset } from "../../data/load-dataset.ts";
import { GridientError } from "../../errors.ts";
import { inputsOf, targetOf, modelLayers } from "../../model/describe-data.ts";
import type { Model } from "../../model/model.ts";
import { modelCard } from "../../report/card/model-card.ts";
import { buildResults } from "../../results/build-results.ts";
import { portrayedTrials } from "../../results/portrayed-trials.ts";
import type { Results } from "../../results/results.ts";
import { asNetwork, networkIn } from "../../configuration/kind-of.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { readersCommand } from "../../text/readers-command.ts";
import type { KeptModel } from "../../training/model-keeper.ts";
import { isRecord, type Outcome } from "../../training/outcome.ts";
import { hasFinished } from "../../training/record.ts";
import { findTrial } from "../../trials/find-trial.ts";
import type { Plan } from "../../trials/plan.ts";
import { TRAINER_VERSION } from "../../trials/trainer-version.ts";
import type { Trial } from "../../trials/trial.ts";
import { planSoFar } from "../rounds/plan-so-far.ts";
import { settingsOf } from "../stored-outcomes.ts";
import { trainPlanned, type SweepMeans } from "../train-planned.ts";
import { trainedModel } from "./trained-model.ts";

/** Options of `exportModel`. */
export interface ExportOptions extends SweepMeans {
  readonly signal: AbortSignal;
  /** Returns the trial whose model is wanted. */
  readonly choose: (plan: Plan, results: Results) => Trial;
}

/**
 * Returns the model of a trial of an experiment with its card. A trial without record is trained, into the store; one
 * whose weights were not kept is trained again. Undefined if the user stopped that.
 * @throws {GridientError} E_USAGE if the trial has no model; E_UNEXPECTED if it does not reproduce its record; E_DATA,
 *   E_MEMORY, E_STORE.
 */
export async function exportModel(
  experiment: Experiment,
  options: ExportOptions,
): Promise<Model | undefined> {
  refuseWithoutNetwork(experiment);
  const { plan, outcomes } = await planSoFar(experiment, options.records);
  const trial = options.choose(plan, resultsOf(plan, outcomes));
  if (!outcomes.has(trial.id)) outcomes.set(trial.id, await trainIntoStore(trial, plan, options));
  if (options.signal.aborted) return undefined;
  refuseUnfinished(trial, outcomes.get(trial.id)!);
  const kept = await trainedModel(trial, plan, { ...options, purpose: "export" });
  return kept && describeModel(kept, trial, { plan, results: resultsOf(plan, outcomes), load: options.load });
}

/**
 * Returns the trial that a word names: its number, the beginning of its id, or `best`: the best replicate of the best
 * configuration, which its pictures show, too.
 * @throws {GridientError} E_USAGE if there is none, or if it is not known yet which is best.
 */
export function chooseTrial(word: string, plan: Plan, results: Results): Trial {
  if (word !== "best") return findTrial(plan, word);
  const [best] = portrayedTrials(results);
  if (best) return best.trial;
  const { file, set } = plan.experiment;
  const missing = results.trials.filter(({ record }) => !record).length;
  const reason =
    missing > 0 ? `${missing} of ${plan.trials.length} trials have no record` : "all trials have diverged";
  throw new GridientError("E_USAGE", `The best trial of ${file} is unknown: ${reason}`, {
    hint: `Name a trial by its number, or train them: ${readersCommand("sweep", [file], set)}`,
  });
}

function refuseWithoutNetwork({ name, base }: Experiment): void {
  if (networkIn(base)) return;
  const message = `${name} is a descent on a function, which has no model to export`;
  throw new GridientError("E_USAGE", message, { hint: "See its results in trials.csv" });
}

/** Its weights are kept beside the record, since they are wanted at once. */
async function trainIntoStore(trial: Trial, plan: Plan, options: ExportOptions): Promise<Outcome> {
  const settings = { ...settingsOf(plan.experiment), keep: plan.experiment.objective.at };
  options.listener?.onPlan?.(plan, plan.trials.length - 1);
  const outcomes = await trainPlanned(plan, [trial], {
    ...options,
    store: options.records,
    settings,
  });
  return outcomes.get(trial.id)!;
}

/** @throws {GridientError} E_USAGE for a trial that diverged, E_UNEXPECTED for one that failed. */
function refuseUnfinished({ index }: Trial, outcome: Outcome): void {
  if (isRecord(outcome) && hasFinished(outcome)) return;
  const [code, found] = isRecord(outcome)
    ? (["E_USAGE", `it diverged in epoch ${outcome.divergedEpoch}`] as const)
    : (["E_UNEXPECTED", `${outcome.status}: ${outcome.failure.message}`] as const);
  throw new GridientError(code, `Trial ${index} has no model: ${found}`);
}

async function describeModel(
  { epoch, tensors }: KeptModel,
  trial: Trial,
  { plan, results, load }: { plan: Plan; results: Results; load: SweepMeans["load"] },
): Promise<Model> {
  const { id: trialId, dataDigest, index } = trial;
  const network = asNetwork(trial.configuration);
  const dataset = await loadDataset(network.dataset, { ...load, folder: plan.experiment.sweep.folder });
  const experiment = plan.experiment.name;
  const model = {
    inputs: inputsOf(dataset),
    target: targetOf(dataset),
    layers: modelLayers(network, dataset, tensors),
    origin: { experiment, trialId, epoch, dataDigest, trainerVersion: TRAINER_VERSION },
  };
  return { ...model, card: modelCard({ model, trial: results.trials[index]!, network, results, plan }) };
}

function resultsOf(plan: Plan, outcomes: ReadonlyMap<string, Outcome>): Results {
  return buildResults(plan, outcomes, { trainerVersion: TRAINER_VERSION });
}
