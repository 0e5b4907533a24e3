import type { Experiment } from "../spec/experiment.ts";
import { measuredMetrics } from "../configuration/kind-of.ts";
import type { StoredRecord } from "../store/stored-record.ts";
import type { TrialStore } from "../store/trial-store.ts";
import { epochsKept, keepLabel } from "../training/model-keeper.ts";
import { sharedRecord, type Outcome } from "../training/outcome.ts";
import type { TrialRecord } from "../training/record.ts";
import type { TrainSettings } from "../training/read-trials.ts";
import type { JobPlan } from "../trials/job.ts";
import type { Plan } from "../trials/plan.ts";
import type { Trial } from "../trials/trial.ts";

/** Returns the stored records that a plan can use, by trial id: those with all that the experiment wants. */
export async function storedOutcomes(
  plan: Plan,
  store: Pick<TrialStore, "read" | "hasWeights">,
  trials: readonly Trial[] = plan.trials,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  for (const trial of trials) {
    const record = await storedOutcome(trial, plan, store);
    if (record) outcomes.set(trial.id, record);
  }
  return outcomes;
}

/** Returns the stored record of a trial; a record without a wanted metric or wanted weights counts as missing. */
export async function storedOutcome(
  trial: Trial,
  plan: Plan,
  store: Pick<TrialStore, "read" | "hasWeights">,
): Promise<TrialRecord | undefined> {
  const stored = await store.read(trial.id);
  if (!stored || !wantedMetrics(trial, plan).every((name) => name in stored.record.metrics)) return undefined;
  return hasWantedWeights(stored, trial, plan.experiment, store)
    ? sharedRecord(stored.record, trial)
    : undefined;
}

/** Returns what an experiment wants measured and kept. */
export function settingsOf({ metrics, run, objective }: Experiment): TrainSettings {
  return { metrics, keep: run.keep, objective };
}

/** Returns the names of the metrics that a trial's record must have. */
export function wantedMetrics(
  { configurationIndex }: Trial,
  { configurations, experiment }: JobPlan,
): string[] {
  const { configuration, facts } = configurations[configurationIndex]!;
  return measuredMetrics(experiment.metrics, configuration, facts).map(({ name }) => name);
}

/** Weights that were kept according to the record must still exist. */
function hasWantedWeights(
  { record, kept }: StoredRecord,
  { prefixId }: Trial,
  experiment: Experiment,
  store: Pick<TrialStore, "hasWeights">,
): boolean {
  const { keep, objective } = settingsOf(experiment);
  const wanted = keepLabel(keep, objective);
  if (wanted === "none") return true;
  if (kept !== wanted && kept !== "all") return false;
  return store.hasWeights(prefixId, epochsKept(keep, objective, record.metrics));
}
