import { GridientError } from "../../errors.ts";
import { metricsWith, type Metric } from "../../metrics/metrics.ts";
import type { ColumnValue } from "../../spec/sweep.ts";
import type { StatedFields } from "../../configuration/without-defaults.ts";
import type { Board, BoardConfiguration, BoardStanding, BoardTrial } from "../board.ts";
import { groupBy } from "../group-by.ts";
import { VERDICTS, type Comparison, type ShownMetric } from "../results.ts";
import type { StatedValue } from "../stated-value.ts";
import { readTrials, type TrialTables } from "./read-trials.ts";
import {
  parseSummary,
  type StatedComparisons,
  type StatedConfiguration,
  type StatedExpectation,
  type SummaryFile,
} from "./summary-file.ts";

/** The files of a results folder that are read, as text. */
export interface BoardFiles extends TrialTables {
  readonly summary: string;
  /** Absent where no fresh replicates were wanted. */
  readonly confirm?: string | undefined;
}

/** A board read from files, with the values that all its settings share. */
export interface StatedBoard extends Board {
  /** Fields that do not have their default; for an axis its first value. */
  readonly base: StatedFields;
  /** The rules of the grid as written; absent without rules. */
  readonly rules?: Readonly<Record<string, unknown>> | undefined;
  readonly trainerVersion: number;
  /** Every trial left a record. */
  readonly complete: boolean;
  readonly expectations: readonly StatedExpectation[];
}

/**
 * Returns the board of an experiment from its results folder.
 * @throws {GridientError} E_USAGE if its files cannot be read.
 */
export function readBoard(files: BoardFiles): StatedBoard {
  const summary = parseSummary(files.summary);
  const { axes, objective, replicates, base, sweep } = summary.experiment;
  const metrics = knownMetrics(summary, files);
  const names = metrics.map(({ name }) => name);
  const units = new Map(summary.configurations.map(({ index, lossUnits }) => [index, lossUnits]));
  const trials = groupBy(
    readTrials(files, { metrics: names, objective, unitsOf: (index) => units.get(index) }),
    ({ trial }) => trial.configurationIndex,
  );
  const configurations = summary.configurations.map((stated) =>
    configurationOf(stated, { axes, metrics, trials: trials.get(stated.index) ?? [] }),
  );
  const byIndex = new Map<unknown, BoardConfiguration>(configurations.map((own) => [own.index, own]));
  return {
    experiment: {
      name: summary.name,
      ...(summary.description !== null && { description: summary.description }),
      ...(summary.tags && { tags: summary.tags }),
      ...(summary.notes !== undefined && { notes: summary.notes }),
      objective,
      replicates,
    },
    columns: axes,
    scaledTargets: summary.scaledTargets,
    metrics,
    configurations,
    leaderboard: standingsOf(summary, byIndex),
    best: byIndex.get(summary.best),
    baseline: byIndex.get(summary.comparisons?.[1]?.reference),
    warnings: summary.warnings,
    confirmation: summary.confirmation && {
      experiment: { replicates: { ...replicates, count: summary.confirmation.replicates } },
      configurations: [summary.confirmation],
    },
    base,
    rules: sweep,
    trainerVersion: summary.trainerVersion,
    complete: summary.complete,
    expectations: summary.expectations ?? [],
  };
}

/** Returns the metrics that every configuration has, including the objective's. Those without a column are computed from a loss. */
function knownMetrics(
  { configurations, experiment, scaledTargets }: SummaryFile,
  files: BoardFiles,
): ShownMetric[] {
  const header = files.trials.slice(0, files.trials.indexOf("\n")).split(",");
  const known = metricsWith(experiment.goals)
    .filter(({ name }) =>
      configurations.every(({ metrics }) => metrics.some((metric) => metric.name === name)),
    )
    .map((metric): ShownMetric => {
      return scaledTargets && !header.includes(metric.name) ? { ...metric, isDerived: true } : metric;
    });
  const { metric } = experiment.objective;
  if (known.some(({ name }) => name === metric)) return known;
  throw new GridientError(
    "E_USAGE",
    `summary.json has no metric ${JSON.stringify(metric)}, which is its objective`,
  );
}

function configurationOf(stated: StatedConfiguration, { axes, metrics, trials }: Parts): BoardConfiguration {
  const { index, parameters, divergedEpochs, failed, objective, overlap = 0 } = stated;
  const { lossUnits, objectiveRmse } = stated;
  const valueAt = (path: string): StatedValue | null =>
    stated.values.find((value) => value.path === path)?.value ?? null;
  return {
    index,
    values: axes.map(({ path }) => columnValue(valueAt(path))),
    parameters,
    trials,
    divergedEpochs,
    failed,
    objective,
    ...(lossUnits && { lossUnits }),
    ...(objectiveRmse && { objectiveRmse }),
    overlap,
    metrics: metrics.map(({ name }) => stated.metrics.find((metric) => metric.name === name)!),
  };
}

/** What a configuration is built from, besides its entry in summary.json. */
interface Parts {
  readonly axes: readonly { readonly path: string }[];
  readonly metrics: readonly Metric[];
  readonly trials: readonly BoardTrial[];
}

/** A map without a name holds the values of a zip group. */
function columnValue(value: StatedValue | null): ColumnValue | null {
  if (typeof value !== "object" || value === null || Array.isArray(value) || "name" in value)
    return value as ColumnValue | null;
  return { together: value as Readonly<Record<string, never>> };
}

function standingsOf(
  { ranking, comparisons, conditions = [{ name: "", ranking }] }: SummaryFile,
  byIndex: ReadonlyMap<unknown, BoardConfiguration>,
): BoardStanding[] {
  const [toBest, toBaseline] = [0, 1].map((i) => comparisonsOf(comparisons?.[i]));
  const places = new Map(
    conditions.flatMap((own) =>
      own.ranking.map((index, i) => [index, { condition: own.name, place: i + 1 }]),
    ),
  );
  return ranking.flatMap((index) => {
    const configuration = byIndex.get(index);
    if (!configuration) return [];
    const { condition = "", place = 0 } = places.get(index) ?? {};
    return [
      {
        configuration,
        condition,
        place,
        toBest: toBest!.get(index),
        toBaseline: toBaseline!.get(index),
      },
    ];
  });
}

function comparisonsOf(stated: StatedComparisons | undefined): Map<number, Comparison> {
  const differences = stated?.differences ?? [];
  return new Map(
    differences.map((difference) => {
      const { index, interval = null, needed } = difference;
      const verdict = VERDICTS.find((known) => known === difference.verdict);
      return [
        index,
        { difference, interval, ...(verdict && { verdict }), ...(needed !== undefined && { needed }) },
      ];
    }),
  );
}
