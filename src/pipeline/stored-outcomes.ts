import type { Experiment } from "../spec/experiment.ts";
import { measuredMetrics } from "../spec/metrics.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import { keepLabel } from "../training/model-keeper.ts";
import type { Outcome } from "../training/outcome.ts";
import type { TrainSettings } from "../training/train-trials.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";

/** Returns the stored records that a plan can use, by trial id: those with all that the experiment wants. */
export async function storedOutcomes(
  plan: Plan,
  store: Pick<RecordStore, "ids" | "read">,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const ids = await store.ids();
  const settings = settingsOf(plan.experiment);
  for (const trial of plan.trials) {
    if (!ids.has(trial.id)) continue;
    const stored = await store.read(trial.id);
    if (stored && isSufficient(stored, trial, plan, settings)) outcomes.set(trial.id, stored.record);
  }
  return outcomes;
}

/** Returns what an experiment wants measured and kept. */
export function settingsOf({ metrics, run, objective }: Experiment): TrainSettings {
  return { metrics, keep: run.keep, objective };
}

/** A record that lacks a wanted metric or wanted weights counts as missing. */
function isSufficient(
  { record, kept }: StoredRecord,
  trial: Trial,
  plan: Plan,
  settings: TrainSettings,
): boolean {
  const { sizes } = plan.configurations[trial.configurationIndex]!.facts;
  const hasMetrics = measuredMetrics(settings.metrics, sizes).every(({ name }) => name in record.metrics);
  const wanted = keepLabel(settings.keep, settings.objective);
  return hasMetrics && (wanted === "none" || kept === wanted || kept === "all");
}
