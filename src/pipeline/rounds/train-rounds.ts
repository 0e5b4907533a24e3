import { resultKindOf } from "../../results/kinds/result-kind-of.ts";
import { undecided } from "../../results/search/losses-of.ts";
import { nextRound } from "../../results/search/next-round.ts";
import { oddData } from "../../results/warnings/odd-data.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { freshStore } from "../../store/fresh-store.ts";
import type { TrialStore } from "../../store/trial-store.ts";
import { counted } from "../../text/counted.ts";
import { visibleText } from "../../text/visible-text.ts";
import { isRecord, type Outcome } from "../../training/outcome.ts";
import { learns } from "../../trials/allotment.ts";
import { planTrials, type Plan } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";
import { LeadingModels } from "../models/leading-models.ts";
import { hasSteps } from "./drop-steps.ts";
import { addStored } from "./plan-so-far.ts";
import { selectTrials } from "./select-trials.ts";
import { settingsOf } from "../stored-outcomes.ts";
import { trainPlanned, type SweepMeans } from "../train-planned.ts";

/** How rounds train. */
export interface RoundOptions extends SweepMeans {
  readonly signal: AbortSignal;
  /** Called when the last trials of a round train: for what can be done meanwhile. */
  readonly onLast?: (() => void) | undefined;
}

interface OpenOptions extends RoundOptions {
  readonly store: TrialStore;
}

/** An experiment whose trials have all been tried, but for the replicates that confirm the best configuration. */
export interface TrainedRounds {
  readonly plan: Plan;
  /** The trials that this run was to train. */
  readonly wanted: readonly Trial[];
  readonly outcomes: Map<string, Outcome>;
  /** The weights that pictures may need; undefined where none are drawn. */
  readonly leading: LeadingModels | undefined;
}

/**
 * Trains what has no record yet: all at once, or round by round where the results of a search decide what is next. Records
 * alone decide, so it does not matter which run, process or machine they come from.
 */
export async function trainRounds(experiment: Experiment, options: RoundOptions): Promise<TrainedRounds> {
  const store = storeFor(options);
  try {
    return await trainUntilDecided(experiment, { ...options, store: keptOpen(store) });
  } finally {
    await store.close();
  }
}

async function trainUntilDecided(experiment: Experiment, options: OpenOptions): Promise<TrainedRounds> {
  const { listener, records, signal, fresh = false } = options;
  let plan = planTrials(experiment);
  let wanted = selectTrials(plan, options);
  const outcomes = new Map<string, Outcome>();
  await addStored(plan, records, outcomes);
  if (fresh) forget(wanted, plan, outcomes);
  listener?.onPlan?.(plan, countKnown(plan, outcomes));
  listener?.onStored?.(outcomes);
  const trained = new Set<string>();
  const leading = hasModels(plan) ? new LeadingModels(plan, outcomes) : undefined;
  for (let round = 1; ; round++) {
    const missing = undecided(plan, wanted, outcomes);
    if (round === 1 && missing.length > 0) await announce(plan, options);
    for (const { id } of missing) trained.add(id);
    await trainMissingOf(plan, missing, { ...options, outcomes, leading });
    const next = signal.aborted ? undefined : nextRound(plan, outcomes);
    if (!next) {
      if (!signal.aborted) noteStop(plan, outcomes, listener);
      break;
    }
    plan = next;
    wanted = plan.trials;
    if (!fresh) await addStored(plan, records, outcomes);
    leading?.extend(plan, outcomes);
    const known = plan.trials.filter(({ id }) => outcomes.has(id));
    listener?.onRound?.(plan, {
      known: known.length,
      stored: known.filter(({ id }) => !trained.has(id)).length,
    });
  }
  // A trial whose result follows from a longer one has no record of its own yet.
  const left = signal.aborted ? [] : wanted.filter(({ id }) => !outcomes.has(id));
  await trainMissingOf(plan, left, { ...options, outcomes, leading });
  return { plan, wanted, outcomes, leading };
}

/** Returns where training looks for records: nowhere, where all trials train again. */
export function storeFor({
  fresh,
  listener,
  records,
}: Pick<SweepMeans, "fresh" | "listener" | "records">): TrialStore {
  return fresh ? freshStore(records, (...change) => listener?.onChangedRecord?.(...change)) : records;
}

async function trainMissingOf(
  plan: Plan,
  missing: readonly Trial[],
  options: OpenOptions & Pick<TrainedRounds, "outcomes" | "leading">,
): Promise<void> {
  const own = settingsOf(plan.experiment);
  const round = hasSteps(plan)
    ? { settings: { ...own, keep: "last" as const }, store: keepingForNow(options.store) }
    : { settings: own };
  const trained = await trainPlanned(plan, missing, { ...options, ...round });
  for (const [id, outcome] of trained) options.outcomes.set(id, outcome);
}

/** Returns a store that stays open between rounds: each time that it is closed, it begins a new file of records. */
function keptOpen(store: TrialStore): TrialStore {
  return {
    read: (id) => store.read(id),
    findCheckpoint: (...query) => store.findCheckpoint(...query),
    hasWeights: (...weights) => store.hasWeights(...weights),
    restoreFolder: (...kept) => store.restoreFolder(...kept),
    keepFolder: (...kept) => store.keepFolder(...kept),
    write: (record) => store.write(record),
    claim: (prefixId) => store.claim(prefixId),
    release: (prefixId) => store.release(prefixId),
    close: () => Promise.resolve(),
  };
}

/** Returns a store in which records do not say that weights were kept: `dropSteps` removes them. */
function keepingForNow(store: TrialStore): TrialStore {
  return { ...store, write: (record) => store.write({ ...record, kept: "none" }) };
}

/** Says that a search cannot continue, where trials of it have failed: what has no record may be the best. */
function noteStop(
  plan: Plan,
  outcomes: ReadonlyMap<string, Outcome>,
  listener: RoundOptions["listener"],
): void {
  const { search } = plan.experiment.sweep;
  const failed = plan.trials.filter(({ id }) => outcomes.get(id) && !isRecord(outcomes.get(id)!)).length;
  if (failed === 0 || !search || !learns(search)) return;
  const which = `${counted(failed, "trial")} of this round`;
  listener?.onNotice?.(
    `the search stops here: ${which} failed, and it continues only when every trial has a record`,
  );
}

/** Says now, before the time is spent, what the summary says, too. */
async function announce({ dataWarnings }: Plan, { records, listener }: RoundOptions): Promise<void> {
  const versions = await records.otherVersions();
  if (versions.length > 0) listener?.onOtherVersions?.(versions);
  for (const { message } of oddData(dataWarnings)) listener?.onNotice?.(visibleText(message));
}

function forget(wanted: readonly Trial[], plan: Plan, outcomes: Map<string, Outcome>): void {
  const kept = new Set(plan.trials.map(({ id }) => id));
  for (const { id } of wanted) kept.delete(id);
  for (const id of outcomes.keys()) if (!kept.has(id)) outcomes.delete(id);
}

function countKnown({ trials }: Plan, outcomes: ReadonlyMap<string, Outcome>): number {
  return trials.filter(({ id }) => outcomes.has(id)).length;
}

function hasModels({ experiment }: Plan): boolean {
  return resultKindOf(experiment.base).pictures.includes("models");
}
