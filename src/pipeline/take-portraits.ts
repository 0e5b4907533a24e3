import { loadDataset } from "../data/load-dataset.ts";
import { GridientError } from "../errors.ts";
import { simd } from "../kernels/simd/simd.ts";
import { portrayedTrials } from "../results/portrayed-trials.ts";
import type { Results } from "../results/results.ts";
import { emptyStore } from "../store/empty-store.ts";
import { freshStore } from "../store/fresh-store.ts";
import { readPortrait, writePortrait } from "../store/portrait-file.ts";
import { RecordStore } from "../store/record-store.ts";
import type { TrialStore } from "../store/trial-store.ts";
import { keepLabel, type KeptModel } from "../training/model-keeper.ts";
import type { Portrait } from "../training/portraits/portrait.ts";
import { takePortrait } from "../training/portraits/take-portrait.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";
import { settingsOf } from "./stored-outcomes.ts";
import { trainPlanned, type TrainingOptions } from "./train-planned.ts";

/**
 * Returns looks at the models that pictures show. A model whose weights were not kept is trained again, once: its
 * portrait stays in the store.
 * @throws {GridientError} E_UNEXPECTED if a trial does not reproduce its record; E_DATA, E_MEMORY, E_STORE.
 */
export async function takePortraits(
  plan: Plan,
  results: Results,
  options: TrainingOptions,
): Promise<Portrait[]> {
  const { objective } = plan.experiment;
  const kept = keepLabel(objective.at, objective);
  const portraits: Portrait[] = [];
  for (const { trial } of portrayedTrials(results)) {
    const known = await readPortrait(options.storeDir, trial.id, kept);
    const portrait = known ?? (await portray(trial, plan, options));
    if (!portrait) return portraits;
    if (!known) await writePortrait(options.storeDir, portrait, kept);
    portraits.push(portrait);
  }
  return portraits;
}

/** Undefined if the user stopped it. */
async function portray(trial: Trial, plan: Plan, options: TrainingOptions): Promise<Portrait | undefined> {
  const model = await trainAgain(trial, plan, options);
  if (!model) return undefined;
  const dataset = await loadDataset(trial.configuration.dataset, options.load);
  return takePortrait({ ...model, trialId: trial.id, configuration: trial.configuration }, dataset, simd);
}

async function trainAgain(
  trial: Trial,
  plan: Plan,
  options: TrainingOptions,
): Promise<KeptModel | undefined> {
  const { objective } = plan.experiment;
  const signal = options.signal ?? new AbortController().signal;
  const records = new RecordStore(options.storeDir);
  let [model, difference]: [KeptModel?, string?] = [];
  const hands: TrialStore = {
    ...emptyStore(),
    read: (id) => records.read(id),
    write: async ({ models }) => void (model = models.at(-1)),
  };
  const store: TrialStore = {
    ...freshStore(hands, (_, found) => (difference = found)),
    findCheckpoint: (...wish) => records.findCheckpoint(...wish),
  };
  const settings = { ...settingsOf(plan.experiment), keep: objective.at };
  await trainPlanned(plan, [trial], { ...options, store, settings, signal, listener: {} });
  if (signal.aborted) return undefined;
  if (model && difference === undefined) return model;
  const message = `Cannot draw the model of trial ${trial.index} as it must reproduce its record: ${difference ?? "it did not train to its end"}`;
  throw new GridientError("E_UNEXPECTED", message, { hint: "Train all again: sweep --fresh" });
}
