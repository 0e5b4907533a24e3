import type { DatasetMemory } from "../kernels/dataset-memory.ts";
import type { Keep, Objective } from "../spec/experiment.ts";
import { goesBack } from "../spec/configuration/depends-on-epochs.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import type { Trial } from "../trials/trial.ts";
import { evaluatedExamples } from "./evaluated-part.ts";
import { ModelKeeper, type KeptModel } from "./model-keeper.ts";
import type { Tensors } from "./checkpoint.ts";
import type { TrialRecord } from "./record.ts";
import { bestEpoch, mustStop, reachesTarget } from "./must-stop.ts";
import { TrainingCourse, type TrainPlace } from "./training-course.ts";

/** What to measure and keep; none of it changes how a trial trains. */
export interface TrainSettings {
  /** Names of metrics beyond the default ones. */
  readonly metrics: readonly string[];
  readonly keep: Keep;
  readonly objective: Objective;
}

/** A trial's record and the weights that were to be kept. */
export interface TrainedTrial {
  readonly record: TrialRecord;
  readonly models: readonly KeptModel[];
}

/**
 * Trains trials that share their prefix, that is, differ in `epochs` alone: one network trains to the largest number,
 * and each trial is read off on the way. Its record is the one it would have had alone and from the beginning, bit for
 * bit: a function of the arguments alone. Returns one result a trial, in the order given.
 *
 * @param place.from A checkpoint of the same training, no later than the end of any of the trials.
 */
export function trainTrials(
  trials: readonly [Trial, ...Trial[]],
  settings: TrainSettings,
  place: TrainPlace,
): TrainedTrial[] {
  const course = new TrainingCourse(trials[0], settings.metrics, place);
  const readers = trials.map((trial) => new TrialReader(trial, settings, place.data));
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
}

/** Reads one trial off a course. */
class TrialReader {
  readonly #trial: Trial;
  readonly #data: DatasetMemory;
  readonly #keeper: ModelKeeper;
  /** The network at its best epoch, where the trial goes back to it, and what was to be kept then. */
  #best: TrialState | undefined;
  /** Present once the trial has ended. */
  result: TrainedTrial | undefined;

  constructor(trial: Trial, { keep, objective }: TrainSettings, data: DatasetMemory) {
    this.#trial = trial;
    this.#data = data;
    this.#keeper = new ModelKeeper(keep, objective);
  }

  /** Looks at the network at the end of an epoch. Returns whether the trial goes on. */
  read(course: TrainingCourse): boolean {
    const { configuration } = this.#trial;
    this.#keeper.offer(course.epoch, course.measurement, () => course.tensors());
    this.#rememberBest(course);
    if (!mustStop(configuration, course.series()) && course.epoch < configuration.epochs) return true;
    const isReached = reachesTarget(configuration.target, course.series());
    const best = isReached ? undefined : this.#best;
    if (best) course.goBack(best.epoch, best.tensors);
    const status = course.epoch < configuration.epochs ? "stopped" : "completed";
    this.#end({ ...this.#common(course), status, units: course.units() }, best?.models);
    return false;
  }

  /** Ends the trial as diverged in the epoch after the last finished one. */
  diverge(course: TrainingCourse): void {
    this.#end({ ...this.#common(course), status: "diverged", divergedEpoch: course.epoch + 1 });
  }

  #rememberBest(course: TrainingCourse): void {
    const { configuration } = this.#trial;
    if (!goesBack(configuration)) return;
    const epoch = bestEpoch(configuration.earlyStopping, course.series());
    if (epoch !== course.epoch) return;
    this.#best = { epoch, tensors: course.tensors(), models: this.#keeper.models() };
  }

  #end(record: TrialRecord, models = this.#keeper.models()): void {
    this.result = { record, models };
  }

  #common(course: TrainingCourse): Omit<TrialRecord, "status" | "units" | "divergedEpoch"> {
    const { id, configuration, replicate, baseSeed, dataDigest } = this.#trial;
    return {
      id,
      configuration,
      replicate,
      baseSeed,
      dataDigest,
      trainerVersion: TRAINER_VERSION,
      evaluated: evaluatedExamples(this.#data),
      metrics: course.series(),
    };
  }
}
