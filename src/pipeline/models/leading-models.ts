import { conditionKey } from "../../results/comparisons/conditions.ts";
import { groupBy } from "../../results/group-by.ts";
import { reachOf } from "../../results/search/reach-of.ts";
import { independentValues } from "../../results/replicates/independent-values.ts";
import type { TrialResult } from "../../results/results.ts";
import { trialResult } from "../../results/trial-result.ts";
import type { Objective } from "../../spec/experiment.ts";
import type { KeptModel } from "../../training/model-keeper.ts";
import { isRecord, type Outcome } from "../../training/outcome.ts";
import type { MetricSeries } from "../../training/record.ts";
import { hasCurve, hasPlane } from "../../training/portraits/has-picture.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";

/** Where many settings are unfinished at once, weights beyond this are dropped; a picture may then need a training. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Settings of which weights leave an unfinished sweep, from either end: one of them is likely to lead at last. */
const MOST_SETTINGS = 16;
/** Means that differ by less count as equal: the results may add them up in another order. */
const SMALLEST_DIFFERENCE = 1e-9;

/** A finished trial with a value of the objective. */
interface Finished {
  readonly trial: Trial;
  readonly series: MetricSeries;
  /** Of the objective, so that larger is better. */
  readonly score: number;
  model: KeptModel | undefined;
}

/** The weights of a trial at the epoch of the objective. */
export interface LeadingModel {
  readonly trial: Trial;
  /** What was measured of it. */
  readonly series: MetricSeries;
  readonly model: KeptModel;
}

/** The trials of one setting, as far as they have ended. */
interface Setting {
  readonly condition: string;
  /** Whether the worst one is drawn as well. */
  readonly isComparable: boolean;
  trials: number;
  /** How many of them have not ended. */
  left: number;
  readonly finished: Finished[];
  /** The mean of all its values, once all exist: settings with missing values rank below complete ones. */
  rank?: { readonly reach: number; readonly isWhole: boolean; readonly mean: number };
}

/**
 * The weights that pictures may need, kept while trials end: those of the best trial of each setting that may be the best
 * one, and of the worst trial of each that may be the worst one of its condition, where that is drawn. What others
 * have overtaken is dropped, so that hardly more than what trains at a time is kept.
 */
export class LeadingModels {
  #plan: Plan;
  readonly #sign: number;
  /** How many trials each setting has. */
  #counts: readonly number[];
  readonly #settings = new Map<number, Setting>();
  /** Those of which weights are kept. */
  readonly #holding = new Set<Setting>();
  #bytes = 0;
  #best: Setting | undefined;
  /** By condition. */
  readonly #worst = new Map<string, Setting>();

  /** @param known How trials ended that are not noted later. */
  constructor(plan: Plan, known: ReadonlyMap<string, Outcome> = new Map()) {
    this.#plan = plan;
    this.#counts = countsOf(plan);
    this.#sign = plan.experiment.objective.goal === "maximize" ? 1 : -1;
    this.#noteAll(plan.trials, known);
  }

  /**
   * Continues with the plan of the next round of a search, which has more settings, more trials of some, or longer ones.
   *
   * @param known How trials ended that are not noted later.
   */
  extend(plan: Plan, known: ReadonlyMap<string, Outcome>): void {
    const before = new Set(this.#plan.trials.map(({ id }) => id));
    this.#plan = plan;
    this.#counts = countsOf(plan);
    const fresh = plan.trials.filter(({ id }) => !before.has(id));
    const trials = groupBy(plan.trials, ({ configurationIndex }) => configurationIndex);
    for (const index of new Set(fresh.map(({ configurationIndex }) => configurationIndex)))
      this.#reopen(index, trials.get(index) ?? [], before);
    this.#noteAll(fresh, known);
  }

  /** Notes how a trial ended. @param model Its weights at the epoch of the objective. */
  note(trial: Trial, outcome: Outcome, model?: KeptModel): void {
    const setting = this.#settingOf(trial);
    const { objective } = this.#plan.experiment;
    const result = trialResult(trial, outcome, { objective, lossUnit: undefined, derived: [] });
    const before = bytesOf(setting);
    setting.left -= 1;
    if (isRecord(outcome) && result.objective !== null) {
      // Training that resumes from a checkpoint does not have the weights of a best epoch before it.
      const decisive = model?.epoch === decisiveEpoch(result, objective) ? model : undefined;
      const score = this.#sign * result.objective;
      setting.finished.push({ trial, series: outcome.metrics, score, model: decisive });
    }
    dropOvertaken(setting);
    this.#bytes += bytesOf(setting) - before;
    if (bytesOf(setting) > 0) this.#holding.add(setting);
    if (setting.left === 0) this.#close(setting);
    if (this.#bytes > MOST_BYTES) this.#drop(setting);
  }

  /** Returns the weights of a trial, if they were kept. */
  modelOf({ id, configurationIndex }: Trial): KeptModel | undefined {
    const finished = this.#settings.get(configurationIndex)?.finished ?? [];
    return finished.find(({ trial }) => trial.id === id)?.model;
  }

  /** Returns the weights to keep of an unfinished sweep, for a later one: those of the best and the worst settings so far. */
  leaders(): LeadingModel[] {
    const holding = [...this.#holding].toSorted((a, b) => meanScore(b) - meanScore(a));
    const worst = holding.filter(({ isComparable }) => isComparable).slice(-MOST_SETTINGS);
    const settings = new Set([...holding.slice(0, MOST_SETTINGS), ...worst]);
    return [...settings].flatMap(({ finished }) =>
      finished.flatMap(({ trial, series, model }) => (model ? [{ trial, series, model }] : [])),
    );
  }

  #noteAll(trials: readonly Trial[], known: ReadonlyMap<string, Outcome>): void {
    for (const trial of trials) {
      const outcome = known.get(trial.id);
      if (outcome) this.note(trial, outcome);
    }
  }

  /** A setting gets more training: more trials, or longer ones instead of those that it had. */
  #reopen(index: number, own: readonly Trial[], before: ReadonlySet<string>): void {
    const setting = this.#settings.get(index);
    if (!setting) return;
    const isLonger = !own.some(({ id }) => before.has(id));
    if (isLonger) {
      this.#drop(setting);
      this.#settings.delete(index);
      if (this.#best === setting) this.#best = undefined;
      for (const [condition, worst] of this.#worst) if (worst === setting) this.#worst.delete(condition);
      return;
    }
    setting.left += own.length - setting.trials;
    setting.trials = own.length;
    delete setting.rank;
  }

  #settingOf({ configurationIndex }: Trial): Setting {
    const known = this.#settings.get(configurationIndex);
    if (known) return known;
    const { experiment, configurations } = this.#plan;
    const { configuration, facts } = configurations[configurationIndex]!;
    const trials = this.#counts[configurationIndex]!;
    const setting: Setting = {
      condition: conditionKey(configuration, experiment.objective.metric),
      isComparable: hasPlane(facts) || hasCurve(facts),
      trials,
      left: trials,
      finished: [],
    };
    this.#settings.set(configurationIndex, setting);
    return setting;
  }

  /** All its trials have ended: ranks it, and drops the weights of settings that cannot be drawn any more. */
  #close(setting: Setting): void {
    const scores = independentValues(setting.finished, ({ score }) => score);
    if (scores.length === 0) return;
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const { configuration } = setting.finished[0]!.trial;
    const reach = reachOf(this.#plan.experiment.sweep, configuration, setting.trials);
    setting.rank = { reach, isWhole: setting.finished.length === setting.trials, mean };
    const worst = this.#worst.get(setting.condition);
    if (!this.#best || isBetter(setting, this.#best)) this.#best = setting;
    if (!worst || isBetter(worst, setting)) this.#worst.set(setting.condition, setting);
    for (const other of this.#holding) if (!this.#mayBeDrawn(other)) this.#drop(other);
  }

  #mayBeDrawn(setting: Setting): boolean {
    const worst = this.#worst.get(setting.condition);
    if (!setting.rank || !isBetter(this.#best, setting)) return true;
    return setting.isComparable && !isBetter(setting, worst);
  }

  #drop(setting: Setting): void {
    this.#bytes -= bytesOf(setting);
    for (const finished of setting.finished) finished.model = undefined;
    this.#holding.delete(setting);
  }
}

function countsOf({ configurations, trials }: Plan): number[] {
  const counts = configurations.map(() => 0);
  for (const { configurationIndex } of trials) counts[configurationIndex]! += 1;
  return counts;
}

/** Returns the epoch of the objective. */
function decisiveEpoch({ record, bestEpoch }: TrialResult, { metric, at }: Objective): number | undefined {
  return at === "best" ? bestEpoch : (record?.metrics[metric]?.length ?? 0) - 1;
}

/** Keeps the weights of the best of its trials, and of the worst where that may be drawn; of equal ones those of the first. */
function dropOvertaken({ finished, isComparable }: Setting): void {
  const inOrder = finished.toSorted((a, b) => b.score - a.score || a.trial.index - b.trial.index);
  const [best] = inOrder;
  const worst = inOrder.find(({ score }) => score === inOrder.at(-1)!.score);
  for (const other of finished)
    if (other !== best && !(isComparable && other === worst)) other.model = undefined;
}

/** Returns whether one is certainly better; nothing is better than a setting without a rank. */
function isBetter(one: Setting | undefined, other: Setting | undefined): boolean {
  if (!one?.rank || !other?.rank) return false;
  if (one.rank.reach !== other.rank.reach) return one.rank.reach > other.rank.reach;
  if (one.rank.isWhole !== other.rank.isWhole) return one.rank.isWhole;
  const doubt = SMALLEST_DIFFERENCE * Math.max(Math.abs(one.rank.mean), Math.abs(other.rank.mean));
  return one.rank.mean - other.rank.mean > doubt;
}

function bytesOf({ finished }: Setting): number {
  const tensors = finished.flatMap(({ model }) => [...(model?.tensors.values() ?? [])]);
  return tensors.reduce((sum, { values }) => sum + values.byteLength, 0);
}

function meanScore({ finished }: Setting): number {
  return finished.reduce((sum, { score }) => sum + score, 0) / finished.length;
}
