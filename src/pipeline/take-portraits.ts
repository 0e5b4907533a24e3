import { loadDataset } from "../data/load-dataset.ts";
import { simd } from "../kernels/simd/simd.ts";
import { portrayedTrials } from "../results/portrayed-trials.ts";
import type { Results } from "../results/results.ts";
import { readPortrait, writePortrait } from "../store/portrait-file.ts";
import { keepLabel } from "../training/model-keeper.ts";
import type { Portrait } from "../training/portraits/portrait.ts";
import { takePortrait } from "../training/portraits/take-portrait.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";
import type { TrainingOptions } from "./train-planned.ts";
import { trainedModel } from "./models/trained-model.ts";

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
  const model = await trainedModel(trial, plan, { ...options, listener: {}, purpose: "draw" });
  if (!model) return undefined;
  const { id, configuration } = trial;
  if (configuration.kind === "function") return undefined;
  const dataset = await loadDataset(configuration.dataset, options.load);
  return takePortrait({ ...model, trialId: id, configuration }, dataset, simd);
}
