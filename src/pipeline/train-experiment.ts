import { GridientError } from "../errors.ts";
import { resultKindOf } from "../results/kinds/result-kind-of.ts";
import { buildResults } from "../results/build-results.ts";
import { oddData } from "../results/warnings/odd-data.ts";
import { pointOf } from "../spec/point-of.ts";
import type { Experiment } from "../spec/experiment.ts";
import { freshStore } from "../store/fresh-store.ts";
import { RecordStore } from "../store/record-store.ts";
import type { Outcome } from "../training/outcome.ts";
import { planTrials, type Plan } from "../trials/plan.ts";
import { visibleText } from "../text/visible-text.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import { shardTrials } from "../trials/shard.ts";
import type { Trial } from "../trials/trial.ts";
import { confirmBest, type Confirmed } from "./confirm-best.ts";
import { keepModels } from "./keep-models.ts";
import { LeadingModels } from "./leading-models.ts";
import type { SweepListener } from "./listener.ts";
import { knowVersions } from "./programs/know-versions.ts";
import { noteProgram } from "./programs/program-notes.ts";
import { RecentData } from "./recent-data.ts";
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
  const plan = planTrials(experiment);
  const { listener, fresh = false } = options;
  const wanted = selectTrials(plan, options);
  const records = new RecordStore(options.storeDir, (...damage) => listener?.onDamagedRecord?.(...damage));
  const store = fresh ? freshStore(records, (...change) => listener?.onChangedRecord?.(...change)) : records;
  const settings = settingsOf(experiment);
  const outcomes = await storedOutcomes(plan, records);
  if (fresh) for (const { id } of wanted) outcomes.delete(id);
  listener?.onPlan?.(plan, outcomes.size);
  listener?.onStored?.(outcomes);
  const missing = wanted.filter(({ id }) => !outcomes.has(id));
  if (missing.length > 0) {
    await noteOtherVersions(records, listener);
    // now, before the time is spent; the summary has them, too
    for (const { message } of oddData(plan.dataWarnings)) listener?.onNotice?.(visibleText(message));
  }
  const signal = options.signal ?? new AbortController().signal;
  const recent = new RecentData();
  const leading = leadingModels(plan, outcomes);
  // A start does without what writes results, and there is time to load it while the last trials train.
  const onLast = options.shard ? undefined : () => void import("./write-results.ts").catch(() => undefined);
  const training = { ...options, store, settings, signal, leading, recent, onLast };
  const trained = await trainPlanned(plan, missing, training);
  for (const [id, outcome] of trained) outcomes.set(id, outcome);
  const found = buildResults(plan, outcomes, { trainerVersion: TRAINER_VERSION });
  if (leading) await keepModels(found, leading, records);
  const confirmed = options.shard
    ? { results: found }
    : await confirmBest(plan, found, (confirming) => trainFresh(confirming, options, recent));
  const { portraits, undrawn } = options.shard
    ? NO_PICTURES
    : await takePortraits(plan, found, { ...options, leading, recent });
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
  const records = new RecordStore(options.storeDir, (...damage) => listener?.onDamagedRecord?.(...damage));
  const store = options.fresh
    ? freshStore(records, (...change) => listener?.onChangedRecord?.(...change))
    : records;
  const outcomes = options.fresh ? new Map<string, Outcome>() : await storedOutcomes(confirming, records);
  const missing = confirming.trials.filter(({ id }) => !outcomes.has(id));
  listener?.onConfirm?.(confirming, outcomes.size);
  const signal = options.signal ?? new AbortController().signal;
  const settings = settingsOf(confirming.experiment);
  const trained = await trainPlanned(confirming, missing, { ...options, store, settings, signal, recent });
  return new Map([...outcomes, ...trained]);
}

/** Returns the keeper of weights that pictures may need; undefined where none are drawn. */
function leadingModels(plan: Plan, stored: ReadonlyMap<string, Outcome>): LeadingModels | undefined {
  if (!resultKindOf(plan.experiment.base).pictures.includes("models")) return undefined;
  const leading = new LeadingModels(plan);
  for (const trial of plan.trials) if (stored.has(trial.id)) leading.note(trial, stored.get(trial.id)!);
  return leading;
}

const NO_PICTURES: Portrayal = { portraits: [] };

function selectTrials(plan: Plan, { only, shard }: TrainingOptions): readonly Trial[] {
  const matching = only ? matchingTrials(plan, only) : plan.trials;
  return shard ? shardTrials(matching, plan, shard) : matching;
}

function matchingTrials(
  { experiment, configurations, trials }: Plan,
  only: NonNullable<TrainingOptions["only"]>,
): readonly Trial[] {
  const matching = configurations.map((point) => only(pointOf(point, experiment.sweep)));
  if (matching.includes(true)) return trials.filter(({ configurationIndex }) => matching[configurationIndex]);
  const message = `--only matches none of the ${configurations.length} configurations of ${experiment.file}`;
  throw new GridientError("E_USAGE", message, {
    hint: "Compare the condition with the configurations that gridient plan shows",
  });
}

async function noteOtherVersions(records: RecordStore, listener: SweepListener | undefined): Promise<void> {
  const versions = await records.otherVersions();
  if (versions.length > 0) listener?.onOtherVersions?.(versions);
}
