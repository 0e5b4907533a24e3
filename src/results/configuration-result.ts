import type { PartName } from "../data/dataset.ts";
import { networkIn } from "../configuration/kind-of.ts";
import type { Metric } from "../metrics/metrics.ts";
import type { Column } from "../spec/sweep.ts";
import { hasFinished } from "../training/record.ts";
import { trialCost } from "../trials/network-cost.ts";
import type { PlannedConfiguration } from "../trials/plan.ts";
import { pointValues } from "../trials/point-values.ts";
import { lastValue } from "./best-epoch.ts";
import { groupBy } from "./group-by.ts";
import { rootErrorOf, unitOfTrial } from "./own-units.ts";
import { foldOverlap } from "./replicates/fold-overlap.ts";
import { trialStatistics } from "./replicates/independent-values.ts";
import type {
  ConfigurationResult,
  TrialResult,
  TrialStatistics,
  Baseline,
  DatasetResult,
} from "./results.ts";
import { largestOf } from "../math/extremes.ts";

/** Returns the result of a configuration over `trials`, its replicates in order. */
export function configurationResult(
  point: PlannedConfiguration,
  trials: readonly TrialResult[],
  {
    columns,
    metrics,
    objective,
    lossUnits,
  }: {
    columns: readonly Column[];
    metrics: readonly Metric[];
    objective: string;
    lossUnits: readonly number[] | undefined;
  },
): ConfigurationResult {
  const { configuration, facts } = point;
  const statisticsOf = (metric: string, valueOf: (trial: TrialResult) => number | null): TrialStatistics =>
    trialStatistics(trials, valueOf, { metric, overlap: foldOverlap({ facts, trials }, metric) });
  const rootError = lossUnits && rootErrorOf(objective);
  const ownObjective = ({ trial, objective: loss }: TrialResult): number | null =>
    loss === null ? null : unitOfTrial(lossUnits, trial.fold)! * Math.sqrt(loss);
  const records = trials.flatMap(({ record }) => record ?? []);
  return {
    ...point,
    values: pointValues(point, columns),
    parameters: trialCost(configuration, facts).parameters,
    trials,
    completed: records.filter(hasFinished).length,
    divergedEpochs: records.flatMap((record) => (record.status === "diverged" ? record.divergedEpoch : [])),
    failed: trials.length - records.length,
    objective: statisticsOf(objective, (trial) => trial.objective),
    ...(lossUnits && { lossUnits }),
    ...(rootError && { objectiveRmse: statisticsOf(rootError, ownObjective) }),
    overlap: foldOverlap({ facts, trials }, objective),
    metrics: metrics.map(({ name }) => statisticsOf(name, (trial) => lastValue(trial, name))),
  };
}

/** Returns the data sets that configurations train on, each once. */
export function datasetResults(configurations: readonly ConfigurationResult[]): DatasetResult[] {
  const byDigest = groupBy(configurations, ({ dataDigest }) => dataDigest);
  return [...byDigest].flatMap(([digest, sharing]) => {
    const { configuration, facts } = sharing[0]!;
    const network = networkIn(configuration);
    if (!network) return [];
    const evaluated = sharing.flatMap(({ trials }) => trials).find(({ record }) => record)?.record?.evaluated;
    return {
      dataset: network.dataset,
      facts,
      digest,
      ...(evaluated?.classCounts && { baseline: baselineOf(evaluated.part, evaluated.classCounts) }),
    };
  });
}

function baselineOf(part: PartName, classCounts: readonly number[]): Baseline {
  const examples = classCounts.reduce((sum, count) => sum + count, 0);
  return { part, accuracy: largestOf(classCounts) / examples };
}
