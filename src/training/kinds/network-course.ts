import type { DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Kernel, Region, Session } from "../../kernels/kernel.ts";
import type { Network } from "../../kernels/network.ts";
import { trialStreamKey } from "../../math/stream-key.ts";
import type { ScheduleOptions } from "../../fields/configuration.ts";
import { measuredMetrics } from "../../configuration/kind-of.ts";
import { goalOf, type Metric } from "../../metrics/metrics.ts";
import { layersOf, optimizerStateOf, tensorsOf, type Checkpoint, type Tensors } from "../checkpoint.ts";
import { capacityOf, EpochTrainer, type Training } from "../epoch-trainer.ts";
import { classWeightsOf, evaluatedExamples } from "../evaluated-part.ts";
import { measureGradients } from "../gradients/measure-gradients.ts";
import type { Course, Weights } from "../course.ts";
import { hasDiverged } from "../has-diverged.ts";
import { initialize } from "../initial-parameters.ts";
import { measure, type Measurement, penalty } from "../measure.ts";
import { networkOf } from "../network-of.ts";
import type { EvaluatedPart, MetricSeries, UnitFacts } from "../record.ts";
import type { Watched } from "../schedules/epoch-etas.ts";
import { unitFacts } from "../unit-facts.ts";

/** Where a trial trains. */
export interface TrainPlace {
  readonly kernel: Kernel;
  readonly data: DatasetMemory;
  readonly region: Region;
  /** Called at the end of every epoch, for progress. */
  readonly onEpoch?: (course: NetworkCourse) => void;
  /** Where to resume; absent = start with the untrained network. */
  readonly from?: Checkpoint;
}

/** One network on its way through the epochs: what trials that differ only in `epochs` have in common. */
export class NetworkCourse implements Course, Weights {
  readonly #place: TrainPlace;
  readonly #network: Network;
  readonly #session: Session;
  readonly #metrics: readonly Metric[];
  readonly #schedule: ScheduleOptions;
  readonly #trainer: EpochTrainer;
  readonly #untrained: Measurement;
  readonly #series: Record<string, (number | null)[]>;
  #last: Measurement;
  #epoch: number;

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
    if (from) {
      this.#session.setParameters(layersOf(from.tensors));
      this.#session.setOptimizerState(optimizerStateOf(from.tensors, this.#network));
    } else {
      const key = trialStreamKey(baseSeed, replicate, "init");
      initialize(this.#session, this.#network, configuration.architecture.init, key);
    }
    this.#metrics = measuredMetrics(requestedMetrics, configuration, data);
    this.#trainer = new EpochTrainer(this.#session, data, { network: this.#network, training });
    this.#series = Object.fromEntries(this.#metrics.map(({ name }) => [name, seriesUntil(from, name)]));
    this.#untrained = from ? measurementAt(from.series, 0) : this.#measure(0);
    this.#epoch = from ? from.epoch : -1;
    this.#last = from ? measurementAt(from.series, from.epoch) : this.#untrained;
    if (!from) this.#note(this.#untrained);
  }

  /** Finished epochs that did not diverge. */
  get epoch(): number {
    return this.#epoch;
  }

  /** What was measured at the end of the last finished epoch. */
  get measurement(): Measurement {
    return this.#last;
  }

  /** Trains one more epoch. Returns false if it diverged; then nothing of it is kept. */
  advance(): boolean {
    const epoch = this.epoch + 1;
    const runningLoss = this.#trainer.train(epoch, this.#watched());
    const now = { runningLoss, ...this.#measure(epoch) };
    const isSound = !hasDiverged(now, this.#untrained, this.#session);
    if (isSound) this.#note(now);
    this.#place.onEpoch?.(this);
    return isSound;
  }

  get weights(): Weights {
    return this;
  }

  /** Returns a copy of all that the next epoch depends on. */
  tensors(): Tensors {
    return tensorsOf(this.#session.parameters(), this.#session.optimizerState());
  }

  #watched(): Watched {
    const loss = this.#place.data.sizes.validation > 0 ? "validationLoss" : "runningLoss";
    const { metric = "auto" } = this.#schedule;
    const name = metric === "auto" ? loss : String(metric);
    const values = this.#schedule.name === "plateau" ? this.#series[name]!.slice(1) : [];
    return { goal: goalOf(name), values: values.map((value) => value ?? NaN) };
  }

  #note(now: Measurement): void {
    this.#epoch++;
    this.#last = now;
    for (const [name, values] of Object.entries(this.#series)) values.push(finiteOrNull(now[name]));
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
    for (const values of Object.values(this.#series)) values.length = epoch + 1;
    this.#epoch = epoch;
    this.#last = measurementAt(this.#series, epoch);
  }

  series(): MetricSeries {
    return this.#series;
  }

  evaluated(): EvaluatedPart {
    return evaluatedExamples(this.#place.data);
  }

  units(): UnitFacts {
    return unitFacts(this.#session, this.#place.data, this.#network);
  }
}

/** Returns a metric's values until a checkpoint: null where it has none; nothing without a checkpoint. */
function seriesUntil(from: Checkpoint | undefined, metric: string): (number | null)[] {
  const length = from ? from.epoch + 1 : 0;
  return Array.from({ length }, (_, epoch) => from!.series[metric]?.[epoch] ?? null);
}

/** Returns what was measured at the end of an epoch, without the values that do not exist. */
function measurementAt(series: MetricSeries, epoch: number): Measurement {
  const values = Object.entries(series).flatMap(([name, values]) => {
    const value = values[epoch];
    return typeof value === "number" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(values);
}

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
