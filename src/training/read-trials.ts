import { restoresBest } from "../configuration/depends-on-epochs.ts";
import { lengthOf, stopRules } from "../configuration/kind-of.ts";
import type { StopRules } from "../configuration/kinds/kind.ts";
import type { Keep, Objective } from "../spec/experiment.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import type { Trial } from "../trials/trial.ts";
import type { Tensors } from "./checkpoint.ts";
import type { Course, Weights } from "./course.ts";
import { ModelKeeper, type KeptModel } from "./model-keeper.ts";
import { bestEpoch, mustStop, reachesTarget } from "./must-stop.ts";
import type { MetricSeries, TrialRecord } from "./record.ts";

/** What to measure and keep; none of it changes how a trial trains. */
export interface TrainSettings {
  /** Names of metrics beyond the default ones. */
  readonly metrics: readonly string[];
  readonly keep: Keep;
  readonly objective: Objective;
  /** Whether the weights that the objective looks at are returned, too: pictures are made of them. */
  readonly returnModel?: boolean;
}

/** A trial's record and the weights that were to be kept. */
export interface TrainedTrial {
  readonly record: TrialRecord;
  readonly models: readonly KeptModel[];
  /** The weights at the epoch that the objective looks at, where they are wanted and the trial has finished. */
  readonly model?: KeptModel;
}

/**
 * Reads trials from a course that they share, because they differ only in their length: each ends where it would have ended
 * alone. Returns one result for each trial, in the given order.
 */
export function readTrials(
  trials: readonly Trial[],
  settings: TrainSettings,
  course: Course,
): TrainedTrial[] {
  const readers = trials.map((trial) => new TrialReader(trial, settings));
  let unfinished = readers;
  while ((unfinished = unfinished.filter((reader) => reader.read(course))).length > 0) {
    if (course.advance()) continue;
    for (const reader of unfinished) reader.diverge(course);
    break;
  }
  return readers.map((reader) => reader.result!);
}

/** A trial at the end of an epoch. */
interface TrialState {
  readonly goBack: () => void;
  readonly tensors: Tensors;
  readonly models: readonly KeptModel[];
  readonly decisive: KeptModel | undefined;
}

/** Reads one trial from a course. */
class TrialReader {
  readonly #trial: Trial;
  readonly #rules: StopRules;
  readonly #keeper: ModelKeeper;
  /** Collects what the objective looks at; the last epoch needs no collecting. */
  readonly #decider: ModelKeeper;
  readonly #returnsLast: boolean;
  /** The network at its best epoch, where the trial goes back to it, and what was to be kept then. */
  #best: TrialState | undefined;
  /** Present once the trial has ended. */
  result: TrainedTrial | undefined;

  constructor(trial: Trial, { keep, objective, returnModel = false }: TrainSettings) {
    this.#trial = trial;
    this.#rules = stopRules(trial.configuration);
    this.#keeper = new ModelKeeper(keep, objective);
    this.#decider = new ModelKeeper(returnModel && objective.at === "best" ? "best" : "none", objective);
    this.#returnsLast = returnModel && objective.at === "last";
  }

  /** Looks at the network at the end of an epoch. Returns whether the trial continues. */
  read(course: Course): boolean {
    const length = lengthOf(this.#trial.configuration);
    if (course.weights) this.#offer(course, course.weights);
    if (!mustStop(this.#rules, course.series()) && course.epoch < length) return true;
    const isReached = reachesTarget(this.#rules.target, course.series());
    const best = isReached ? undefined : this.#best;
    best?.goBack();
    const status = course.epoch < length ? "stopped" : "completed";
    const model = this.#decisiveModel(course, best);
    const record: TrialRecord = { ...this.#common(course), status, units: course.units() };
    this.result = { record, models: best?.models ?? this.#keeper.models(), ...(model && { model }) };
    return false;
  }

  /** Ends the trial as diverged in the epoch after the last finished one. */
  diverge(course: Course): void {
    const divergedEpoch = course.epoch + 1;
    const record: TrialRecord = { ...this.#common(course), status: "diverged", divergedEpoch };
    this.result = { record, models: this.#keeper.models() };
  }

  #offer(course: Course, weights: Weights): void {
    const { epoch, measurement } = course;
    this.#keeper.offer(epoch, measurement, () => weights.tensors());
    this.#decider.offer(epoch, measurement, () => weights.tensors());
    this.#rememberBest(course, weights);
  }

  #rememberBest(course: Course, weights: Weights): void {
    if (!restoresBest(this.#trial.configuration)) return;
    const epoch = bestEpoch(this.#rules.earlyStopping, course.series());
    if (epoch !== course.epoch) return;
    const [decisive] = this.#decider.models();
    const tensors = weights.tensors();
    const goBack = (): void => weights.goBack(epoch, tensors);
    this.#best = { tensors, goBack, models: this.#keeper.models(), decisive };
  }

  /** @param best What the trial went back to. */
  #decisiveModel(course: Course, best: TrialState | undefined): KeptModel | undefined {
    if (!this.#returnsLast) return best ? best.decisive : this.#decider.models()[0];
    const tensors = best ? best.tensors : course.weights?.tensors();
    return tensors && { epoch: course.epoch, tensors };
  }

  #common(course: Course): Omit<TrialRecord, "status" | "units" | "divergedEpoch"> {
    const { id, configuration, replicate, baseSeed, dataDigest } = this.#trial;
    const evaluated = course.evaluated();
    return {
      id,
      configuration,
      replicate,
      baseSeed,
      dataDigest,
      trainerVersion: TRAINER_VERSION,
      ...(evaluated && { evaluated }),
      metrics: copyOf(course.series()),
    };
  }
}

/** The course continues, and its series may grow. */
function copyOf(series: MetricSeries): MetricSeries {
  return Object.fromEntries(Object.entries(series).map(([name, values]) => [name, [...values]]));
}
