import { GridientError } from "../../errors.ts";
import { bestEpochOf } from "../../results/best-epoch.ts";
import type { Objective } from "../../spec/experiment.ts";
import { emptyStore } from "../../store/empty-store.ts";
import { freshStore } from "../../store/fresh-store.ts";
import type { TrialStore } from "../../store/trial-store.ts";
import type { KeptModel } from "../../training/model-keeper.ts";
import type { TrialRecord } from "../../training/record.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";
import { settingsOf } from "../stored-outcomes.ts";
import { trainPlanned, type SweepMeans } from "../train-planned.ts";

/** The use of a model, for error messages: "draw". */
type Purpose = "draw" | "export";

/** Options of `trainedModel`. */
interface ModelOptions extends SweepMeans {
  readonly purpose: Purpose;
  /** Called before the trial is trained again. */
  readonly onTraining?: () => void;
}

/**
 * Returns the model of a trial that has a record, at the epoch of the objective. Where its weights were not
 * kept, the trial is trained again. Undefined if the user stopped that.
 * @throws {GridientError} E_UNEXPECTED if it does not reproduce its record; E_DATA, E_MEMORY, E_STORE.
 */
export async function trainedModel(
  trial: Trial,
  plan: Plan,
  { onTraining, ...options }: ModelOptions,
): Promise<KeptModel | undefined> {
  const { objective } = plan.experiment;
  const { records } = options;
  const stored = await records.read(trial.id);
  const epoch = stored && wantedEpoch(stored.record, objective);
  const kept = epoch === undefined ? undefined : await records.checkpointAt(trial.prefixId, epoch);
  if (kept && agrees(kept.series, stored!.record.metrics)) return kept;
  onTraining?.();
  return trainAgain(trial, plan, options);
}

async function trainAgain(
  trial: Trial,
  plan: Plan,
  { purpose, ...options }: ModelOptions,
): Promise<KeptModel | undefined> {
  const { objective } = plan.experiment;
  const signal = options.signal ?? new AbortController().signal;
  const { records } = options;
  let [model, difference]: [KeptModel?, string?] = [];
  const hands: TrialStore = {
    ...emptyStore(),
    read: (id) => records.read(id),
    write: async ({ models }) => void (model = models.at(-1)),
  };
  const store: TrialStore = {
    ...freshStore(hands, (_, found) => (difference = found)),
    findCheckpoint: (...query) => records.findCheckpoint(...query),
  };
  const settings = { ...settingsOf(plan.experiment), keep: objective.at };
  options.listener?.onPlan?.(plan, plan.trials.length - 1);
  await trainPlanned(withoutTimeout(plan), [trial], { ...options, store, settings, signal });
  if (signal.aborted) return undefined;
  if (model && difference === undefined) return model;
  const message = `Cannot ${purpose} the model of trial ${trial.index}, which did not reproduce its record: ${difference ?? "its training did not finish"}`;
  throw new GridientError("E_UNEXPECTED", message, { hint: "Train all trials again with sweep --fresh" });
}

/** The trial has finished within its time limit before, so it has none now. */
function withoutTimeout(plan: Plan): Plan {
  const { timeout: _, ...run } = plan.experiment.run;
  return { ...plan, experiment: { ...plan.experiment, run } };
}

/** The last one that was measured, or the best one. */
function wantedEpoch({ metrics }: TrialRecord, { metric, goal, at }: Objective): number | undefined {
  const series = metrics[metric] ?? [];
  return at === "best" ? bestEpochOf(series, goal) : series.length - 1;
}

/** Whether both have the same values wherever both have been measured. */
function agrees(kept: TrialRecord["metrics"], recorded: TrialRecord["metrics"]): boolean {
  return Object.entries(kept).every(
    ([name, values]) => !recorded[name] || values.every((value, epoch) => value === recorded[name]![epoch]),
  );
}
