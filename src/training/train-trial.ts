import type { DatasetMemory } from "../kernels/dataset-memory.ts";
import type { Kernel, Region } from "../kernels/kernel.ts";
import { trialStreamKey } from "../math/stream-key.ts";
import type { Keep, Objective } from "../spec/experiment.ts";
import { measuredMetrics } from "../spec/metrics.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import type { Trial } from "../trials/trial.ts";
import { capacityOf, EpochTrainer } from "./epoch-trainer.ts";
import { classCounts, evaluatedPart } from "./evaluated-part.ts";
import { hasDiverged } from "./has-diverged.ts";
import { initialParameters } from "./initial-parameters.ts";
import { measure, type Measurement } from "./measure.ts";
import { ModelKeeper, type KeptModel } from "./model-keeper.ts";
import { networkOf } from "./network-of.ts";
import type { MetricSeries, TrialRecord } from "./record.ts";
import { unitFacts } from "./unit-facts.ts";

/** What to measure and keep; none of it changes how a trial trains. */
export interface TrainSettings {
  /** Names of metrics beyond the default ones. */
  readonly metrics: readonly string[];
  readonly keep: Keep;
  readonly objective: Objective;
}

/** Where a trial trains. */
export interface TrainPlace {
  readonly kernel: Kernel;
  readonly data: DatasetMemory;
  readonly region: Region;
  /** Called at the end of every epoch, for progress. */
  readonly onEpoch?: (epoch: number) => void;
}

/** A trial's record and the weights that were to be kept. */
export interface TrainedTrial {
  readonly record: TrialRecord;
  readonly models: readonly KeptModel[];
}

/** Trains one trial from start to end: a function of its arguments alone. */
export function trainTrial(trial: Trial, settings: TrainSettings, place: TrainPlace): TrainedTrial {
  const { kernel, data, region, onEpoch } = place;
  const { configuration, baseSeed, replicate } = trial;
  const network = networkOf(configuration, data);
  const session = kernel.open(data, region, network, capacityOf(configuration, data.sizes.train));
  const init = trialStreamKey(baseSeed, replicate, "init");
  session.setParameters(initialParameters(network, configuration.architecture.init, init));

  const metrics = measuredMetrics(settings.metrics, data.sizes);
  const keeper = new ModelKeeper(settings.keep, settings.objective);
  const trainer = new EpochTrainer(session, data, trial);
  const history: Measurement[] = [measure(session, data, metrics)];
  keeper.offer(0, history[0]!, () => session.parameters());
  const common = () => ({
    ...identityOf(trial),
    ...evaluatedFacts(data),
    metrics: seriesOf(history, metrics),
  });
  for (let epoch = 1; epoch <= configuration.epochs; epoch++) {
    const runningLoss = trainer.train(epoch);
    const measurement = { runningLoss, ...measure(session, data, metrics) };
    onEpoch?.(epoch);
    if (hasDiverged(measurement, history[0]!, session.parameters())) {
      return { record: { ...common(), status: "diverged", divergedEpoch: epoch }, models: keeper.models() };
    }
    history.push(measurement);
    keeper.offer(epoch, measurement, () => session.parameters());
  }
  const units = unitFacts(session, data, network);
  return { record: { ...common(), status: "completed", units }, models: keeper.models() };
}

function identityOf({ id, configuration, replicate, baseSeed, dataDigest }: Trial): {
  id: string;
  configuration: Trial["configuration"];
  replicate: number;
  baseSeed: number;
  dataDigest: string;
  trainerVersion: number;
} {
  return { id, configuration, replicate, baseSeed, dataDigest, trainerVersion: TRAINER_VERSION };
}

function evaluatedFacts(data: DatasetMemory): Pick<TrialRecord, "evaluated"> {
  const part = evaluatedPart(data);
  return { evaluated: { part, classCounts: classCounts(data, part) } };
}

function seriesOf(history: readonly Measurement[], metrics: readonly { name: string }[]): MetricSeries {
  return Object.fromEntries(
    metrics.map(({ name }) => [name, history.map((epoch) => finiteOrNull(epoch[name]))]),
  );
}

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
