import { restoresBest } from "../configuration/depends-on-epochs.ts";
import { lengthOf } from "../configuration/length-of.ts";
import { stopRules, type StopRules } from "../configuration/stop-rules.ts";
import type { Keep, Objective } from "../spec/experiment.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import type { Trial } from "../trials/trial.ts";
import type { Tensors } from "./checkpoint.ts";
import type { Course } from "./course.ts";
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
 * Reads trials off a course that they share, as they differ in their length alone: each ends where it would have ended
 * alone. Returns one result a trial, in the order given.
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
  readonly epoch: number;
  readonly tensors: Tensors;
  readonly models: readonly KeptModel[];
  readonly decisive: KeptModel | undefined;
}

/** Reads one trial off a course. */
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

  /** Looks at the network at the end of an epoch. Returns whether the trial goes on. */
  read(course: Course): boolean {
    const length = lengthOf(this.#trial.configuration);
    this.#keeper.offer(course.epoch, course.measurement, () => course.tensors());
    this.#decider.offer(course.epoch, course.measurement, () => course.tensors());
    this.#rememberBest(course);
    if (!mustStop(this.#rules, course.series()) && course.epoch < length) return true;
    const isReached = reachesTarget(this.#rules.target, course.series());
    const best = isReached ? undefined : this.#best;
    if (best) course.goBack(best.epoch, best.tensors);
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

  #rememberBest(course: Course): void {
    if (!restoresBest(this.#trial.configuration)) return;
    const epoch = bestEpoch(this.#rules.earlyStopping, course.series());
    if (epoch !== course.epoch) return;
    const [decisive] = this.#decider.models();
    this.#best = { epoch, tensors: course.tensors(), models: this.#keeper.models(), decisive };
  }

  /** @param best What the trial went back to. */
  #decisiveModel(course: Course, best: TrialState | undefined): KeptModel | undefined {
    if (!this.#returnsLast) return best ? best.decisive : this.#decider.models()[0];
    return { epoch: course.epoch, tensors: best ? best.tensors : course.tensors() };
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

/** A course goes on, and its series may grow. */
function copyOf(series: MetricSeries): MetricSeries {
  return Object.fromEntries(Object.entries(series).map(([name, values]) => [name, [...values]]));
}
