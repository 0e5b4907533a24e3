import type { DatasetMemory } from "../kernels/dataset-memory.ts";
import type { Kernel, Region, Session } from "../kernels/kernel.ts";
import type { LayerParameters, Network } from "../kernels/network.ts";
import { trialStreamKey } from "../math/stream-key.ts";
import type { ScheduleOptions } from "../spec/experiment.ts";
import { measuredMetrics, metricNamed, type Metric } from "../spec/metrics.ts";
import { layersOf, optimizerStateOf, tensorsOf, type Checkpoint, type Tensors } from "./checkpoint.ts";
import { capacityOf, EpochTrainer, type Training } from "./epoch-trainer.ts";
import { classWeightsOf } from "./class-weights-of.ts";
import { measureGradients } from "./gradients/measure-gradients.ts";
import type { Course } from "./course.ts";
import { evaluatedExamples } from "./evaluated-part.ts";
import { hasDiverged } from "./has-diverged.ts";
import { initialParameters } from "./initial-parameters.ts";
import { measure, type Measurement } from "./measure.ts";
import { networkOf } from "./network-of.ts";
import { penalty } from "./penalty.ts";
import type { EvaluatedPart, MetricSeries, UnitFacts } from "./record.ts";
import type { Watched } from "./schedules/epoch-etas.ts";
import { unitFacts } from "./unit-facts.ts";

/** Where a trial trains. */
export interface TrainPlace {
  readonly kernel: Kernel;
  readonly data: DatasetMemory;
  readonly region: Region;
  /** Called at the end of every epoch, for progress. */
  readonly onEpoch?: (course: TrainingCourse) => void;
  /** Where to go on; absent = with the untrained network. */
  readonly from?: Checkpoint;
}

/** One network on its way through the epochs: what trials that differ only in `epochs` have in common. */
export class TrainingCourse implements Course {
  readonly #place: TrainPlace;
  readonly #network: Network;
  readonly #session: Session;
  readonly #metrics: readonly Metric[];
  readonly #schedule: ScheduleOptions;
  readonly #trainer: EpochTrainer;
  readonly #history: Measurement[];

  constructor(training: Training, requestedMetrics: readonly string[], place: TrainPlace) {
    const { kernel, data, region, from } = place;
    const { configuration, baseSeed, replicate } = training;
    this.#place = place;
    this.#schedule = configuration.schedule;
    this.#network = networkOf(configuration, data, {
      dropoutKey: trialStreamKey(baseSeed, replicate, "dropout"),
      classWeights: classWeightsOf(configuration.classWeights, data),
    });
    this.#session = kernel.open(data, region, this.#network, capacityOf(configuration, data.sizes.train));
    this.#session.setParameters(from ? layersOf(from.tensors) : initialLayers(this.#network, training));
    if (from) this.#session.setOptimizerState(optimizerStateOf(from.tensors, this.#network));
    this.#metrics = measuredMetrics(requestedMetrics, configuration, data);
    this.#trainer = new EpochTrainer(this.#session, data, { network: this.#network, training });
    this.#history = from ? historyOf(from) : [this.#measure(0)];
  }

  /** Finished epochs that did not diverge. */
  get epoch(): number {
    return this.#history.length - 1;
  }

  /** What was measured at the end of the last finished epoch. */
  get measurement(): Measurement {
    return this.#history.at(-1)!;
  }

  /** Trains one more epoch. Returns false where it diverged: then nothing of it is kept. */
  advance(): boolean {
    const epoch = this.epoch + 1;
    const runningLoss = this.#trainer.train(epoch, this.#watched());
    const now = { runningLoss, ...this.#measure(epoch) };
    const isSound = !hasDiverged(now, this.#history[0]!, this.#session.parameters());
    if (isSound) this.#history.push(now);
    this.#place.onEpoch?.(this);
    return isSound;
  }

  /** Returns a copy of all that the next epoch depends on. */
  tensors(): Tensors {
    return tensorsOf(this.#session.parameters(), this.#session.optimizerState());
  }

  #watched(): Watched {
    const loss = this.#place.data.sizes.validation > 0 ? "validationLoss" : "runningLoss";
    const { metric = "auto" } = this.#schedule;
    const { name, goal } = metricNamed(metric === "auto" ? loss : String(metric));
    return { goal, values: this.#history.slice(1).map((epoch) => epoch[name]!) };
  }

  #measure(epoch: number): Measurement {
    const { data } = this.#place;
    const metrics = this.#metrics;
    const penaltyNow = (): number => penalty(this.#network.optimizer ?? {}, this.#session.parameters());
    const batches = (atMost: number): Uint32Array[] => this.#trainer.batches(epoch + 1, atMost);
    return {
      ...measure(this.#session, data, { metrics, penalty: penaltyNow }),
      ...measureGradients(this.#session, data, { metrics, batches }),
    };
  }

  /** Makes the network what it was at an earlier epoch; later ones are forgotten. */
  goBack(epoch: number, tensors: Tensors): void {
    this.#session.setParameters(layersOf(tensors));
    this.#history.length = epoch + 1;
  }

  /** Returns every metric at every finished epoch. */
  series(): MetricSeries {
    const valueOf = (epoch: Measurement, name: string): number | null => finiteOrNull(epoch[name]);
    return Object.fromEntries(
      this.#metrics.map(({ name }) => [name, this.#history.map((epoch) => valueOf(epoch, name))]),
    );
  }

  evaluated(): EvaluatedPart {
    return evaluatedExamples(this.#place.data);
  }

  units(): UnitFacts {
    return unitFacts(this.#session, this.#place.data, this.#network);
  }
}

function initialLayers(
  network: Network,
  { configuration, baseSeed, replicate }: Training,
): LayerParameters[] {
  const key = trialStreamKey(baseSeed, replicate, "init");
  return initialParameters(network, configuration.architecture.init, key);
}

/** Returns what was measured until a checkpoint, epoch by epoch, without the values that do not exist. */
function historyOf({ epoch, series }: Checkpoint): Measurement[] {
  return Array.from({ length: epoch + 1 }, (_, at) => {
    const values = Object.entries(series).flatMap(([name, values]) => {
      const value = values[at];
      return typeof value === "number" ? [[name, value] as const] : [];
    });
    return Object.fromEntries(values);
  });
}

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
