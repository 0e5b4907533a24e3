import { hasFinished } from "../training/record.ts";
import type { Statistics } from "../math/statistics.ts";
import type { Metric } from "../spec/metrics.ts";
import type { Column } from "../spec/sweep.ts";
import { trialCost } from "../trials/network-cost.ts";
import type { PlannedConfiguration } from "../trials/plan.ts";
import { pointValues } from "../trials/point-values.ts";
import { foldOverlap } from "./fold-overlap.ts";
import { lastValue } from "./last-value.ts";
import { metricStatistics } from "./metric-statistics.ts";
import type { ConfigurationResult, TrialResult } from "./results.ts";

/** Returns what a configuration comes to over `trials`, its replicates in order. */
export function configurationResult(
  point: PlannedConfiguration,
  trials: readonly TrialResult[],
  {
    columns,
    metrics,
    objective,
  }: { columns: readonly Column[]; metrics: readonly Metric[]; objective: string },
): ConfigurationResult {
  const { configuration, facts } = point;
  const overlapOf = (metric: string): number => foldOverlap({ facts, trials }, metric);
  const statisticsOf = (metric: string, values: readonly (number | null)[]): Statistics => {
    const known = values.filter((value) => value !== null);
    return metricStatistics(metric, known, overlapOf(metric));
  };
  const records = trials.flatMap(({ record }) => record ?? []);
  return {
    ...point,
    values: pointValues(point, columns),
    parameters: trialCost(configuration, facts).parameters,
    trials,
    completed: records.filter(hasFinished).length,
    divergedEpochs: records.flatMap((record) => (record.status === "diverged" ? record.divergedEpoch : [])),
    failed: trials.length - records.length,
    objective: statisticsOf(
      objective,
      trials.map((trial) => trial.objective),
    ),
    overlap: overlapOf(objective),
    metrics: metrics.map(({ name }) =>
      statisticsOf(
        name,
        trials.map((trial) => lastValue(trial, name)),
      ),
    ),
  };
}
