import type { Statistics } from "../../math/statistics.ts";
import type { ColumnValue } from "../../spec/sweep.ts";
import { withoutDefaults, type StatedFields } from "../../configuration/without-defaults.ts";
import type {
  Comparison,
  ConfigurationResult,
  DatasetResult,
  ExpectationResult,
  Results,
  Standing,
} from "../results.ts";
import { groupBy } from "../group-by.ts";
import { hasConditions } from "../winners.ts";
import { statedValue, type StatedValue } from "../stated-value.ts";

const FORMAT_VERSION = 1;

/**
 * Returns summary.json as data, described by schemas/summary.schema.json. Numbers in full; null where a number does
 * not exist; lists of pairs, so that no key depends on a value.
 *
 * @param omitted Paths of the tables that are too large to commit.
 */
export function summaryOf(results: Results, omitted: readonly string[]): object {
  const { experiment, best, baseline } = results;
  const { versions } = experiment.sweep.folder;
  return {
    formatVersion: FORMAT_VERSION,
    trainerVersion: results.trainerVersion,
    name: experiment.name,
    description: experiment.description ?? null,
    ...(experiment.tags && { tags: experiment.tags }),
    ...(experiment.notes !== undefined && { notes: experiment.notes }),
    complete: results.complete,
    experiment: {
      base: inOrder(withoutDefaults(experiment.base)),
      axes: results.columns.map(({ path, values, distribution }) => ({
        path,
        values: values.map(statedValue),
        ...(distribution && { distribution: distribution.written }),
      })),
      ...(experiment.sweep.written && { sweep: experiment.sweep.written }),
      replicates: experiment.replicates,
      metrics: experiment.metrics,
      ...(experiment.goals && { goals: experiment.goals }),
      objective: experiment.objective,
      ...(versions && { versions: versions.map(({ command, output = null }) => ({ command, output })) }),
    },
    ...(results.scaledTargets && { scaledTargets: results.scaledTargets }),
    counts: countsOf(results),
    configurations: results.configurations.map((configuration) =>
      configurationSummary(configuration, results),
    ),
    ranking: results.leaderboard.map(({ configuration }) => configuration.index),
    best: best?.index ?? null,
    ties: results.leaderboard
      .filter(({ toBest }) => toBest?.verdict === "tie")
      .map(({ configuration }) => configuration.index),
    ...(hasConditions(results.leaderboard) && { conditions: conditionsOf(results) }),
    comparisons: [
      comparisonsWith(best, results, ({ toBest }) => toBest),
      ...(baseline ? [comparisonsWith(baseline, results, ({ toBaseline }) => toBaseline)] : []),
    ],
    analysisOfVariance: results.variance ?? null,
    samplingError: results.sampling ?? null,
    ...(results.confirmation && { confirmation: confirmationSummary(results.confirmation) }),
    datasets: results.datasets.map(datasetSummary),
    warnings: results.warnings,
    ...(results.expectations.length > 0 && { expectations: results.expectations.map(expectationSummary) }),
    omitted,
  };
}

/** Names with options come first, and what stops a trial last: the order of the first format version. */
function inOrder({
  dataset,
  function: minimized,
  architecture,
  optimizer,
  schedule,
  earlyStopping,
  target,
  ...others
}: StatedFields): StatedFields {
  const first = { function: minimized, dataset, architecture, optimizer, schedule };
  return { ...first, ...others, earlyStopping, target };
}

function confirmationSummary({ experiment, configurations }: Results): object {
  const { objective, objectiveRmse } = configurations[0]!;
  return { replicates: experiment.replicates.count, objective, ...(objectiveRmse && { objectiveRmse }) };
}

function countsOf({ configurations, trials }: Results): Record<string, number> {
  const sum = (count: (configuration: ConfigurationResult) => number): number =>
    configurations.reduce((total, configuration) => total + count(configuration), 0);
  return {
    configurations: configurations.length,
    trials: trials.length,
    completed: sum(({ completed }) => completed),
    diverged: sum(({ divergedEpochs }) => divergedEpochs.length),
    failed: sum(({ failed }) => failed),
  };
}

function configurationSummary(result: ConfigurationResult, { columns, metrics }: Results): object {
  const { index, parameters, trials, completed, divergedEpochs, failed } = result;
  return {
    index,
    values: columns.map(({ path }, i) => ({ path, value: statedOrNull(result.values[i] ?? null) })),
    parameters,
    replicates: trials.length,
    completed,
    divergedEpochs,
    failed,
    objective: result.objective,
    ...(result.lossUnits && { lossUnits: result.lossUnits }),
    ...(result.objectiveRmse && { objectiveRmse: result.objectiveRmse }),
    ...(result.overlap > 0 && { overlap: result.overlap }),
    metrics: metrics.map(({ name }, i): { name: string } & Statistics => ({ name, ...result.metrics[i]! })),
  };
}

/** Which settings compete, in the order of the ranking. */
function conditionsOf({ leaderboard }: Results): object[] {
  return [...groupBy(leaderboard, ({ condition }) => condition)].map(([name, standings]) => ({
    name,
    ranking: standings.map(({ configuration }) => configuration.index),
  }));
}

/** The comparisons of all configurations with one, in the order of the ranking. */
function comparisonsWith(
  reference: ConfigurationResult | undefined,
  { leaderboard, comparing }: Results,
  comparisonOf: (standing: Standing) => Comparison | undefined,
): object {
  const differences = leaderboard.flatMap((standing) => {
    const comparison = comparisonOf(standing);
    if (!comparison) return [];
    const { difference, interval, verdict = null, needed } = comparison;
    const index = standing.configuration.index;
    return [{ index, verdict, ...difference, interval, ...(needed !== undefined && { needed }) }];
  });
  return { reference: reference?.index ?? null, methods: comparing, differences };
}

function statedOrNull(value: ColumnValue | null): StatedValue | null {
  return value === null ? null : statedValue(value);
}

function datasetSummary({ dataset, digest, facts, baseline }: DatasetResult): object {
  return { dataset: statedValue(dataset), digest, sizes: facts.sizes, baseline: baseline ?? null };
}

function expectationSummary({
  expectation,
  expected,
  holds,
  found,
  stated = found,
}: ExpectationResult): object {
  return { because: expectation.because ?? null, expected, holds: holds ?? null, found: stated };
}
