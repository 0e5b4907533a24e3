import { portrayedTrials } from "../../results/portrayed-trials.ts";
import type { Results } from "../../results/results.ts";
import type { Records } from "../../store/trial-store.ts";
import type { LeadingModels } from "./leading-models.ts";

/**
 * Keeps the weights of the trials that pictures show, so that exporting the best model needs no training. While trials
 * are missing, as after a shard or a cancelled sweep, these are the ones that lead so far, so that a later sweep need not
 * train them again.
 */
export async function keepModels(results: Results, leading: LeadingModels, store: Records): Promise<void> {
  const shown = new Set(portrayedTrials(results).map(({ trial }) => trial.id));
  for (const { trial, model, series } of leading.leaders()) {
    if (results.complete && !shown.has(trial.id)) continue;
    // Weights that cannot be stored can be trained again.
    await store.keep(trial.prefixId, model, series).catch(() => undefined);
  }
}
