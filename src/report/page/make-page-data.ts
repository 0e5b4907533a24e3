import { kindOf } from "../../configuration/kind-of.ts";
import { axisName, settingText, shownText } from "../../results/setting-text.ts";
import type { ConfigurationResult, ExpectationResult, Results, TrialResult } from "../../results/results.ts";
import type { Experiment } from "../../spec/experiment.ts";
import type { Column, ColumnValue } from "../../spec/sweep.ts";
import { paragraphsOf } from "../../text/paragraphs.ts";
import { visibleText } from "../../text/visible-text.ts";
import { answerOf } from "../summary/answer.ts";
import { uncertaintiesOf } from "../summary/uncertainty.ts";
import { leaderboardColumns } from "../leaderboard-columns.ts";
import type { DrawnPictures } from "../pictures/report-pictures.ts";
import { settingColors } from "../pictures/setting-colors.ts";
import { statusText } from "../status-text.ts";
import { playgroundAddress } from "../summary/playground-address.ts";
import { sweepCommand, trialCommandParts } from "../summary/sweep-command.ts";
import { versionLines } from "../summary/version-lines.ts";
import type { MetricSeries } from "../../training/record.ts";
import { curvesKept, type CurvesKept } from "./curves-kept.ts";
import { searchText } from "../grid/search-text.ts";
import { datasetNames } from "../dataset-names.ts";
import type {
  PageColumn,
  PageConfiguration,
  PageData,
  PageExpectation,
  PageSpec,
  PageTrial,
} from "./page-data.ts";
import { pageDescents, pagePictures } from "./page-pictures.ts";
import { pageUnits } from "./page-units.ts";
import { searchTable } from "../tables/search-table.ts";
import { visibleAnswer } from "./visible-answer.ts";

/**
 * Returns what report.html shows of an experiment. Invisible characters of the spec are made visible.
 * @param pictures Those of the report; absent on a live page, which has none.
 */
export function makePageData(results: Results, pictures?: DrawnPictures): PageData {
  const { experiment, columns, metrics, trials, datasets, warnings } = results;
  const curves = curvesKept(results);
  const names = datasetNames(datasets.map(({ dataset }) => dataset));
  return {
    name: visibleText(experiment.name),
    description: [...paragraphsOf(experiment.description ?? ""), ...paragraphsOf(searchText(results))],
    ...(experiment.tags && { tags: experiment.tags.map(visibleText) }),
    ...(experiment.notes !== undefined && { notes: paragraphsOf(experiment.notes) }),
    answer: visibleAnswer({ ...answerOf(results), uncertain: uncertaintiesOf(results) }),
    objective: experiment.objective,
    trainerVersion: results.trainerVersion,
    command: sweepCommand(experiment),
    trialCommand: trialCommandParts(experiment),
    playground: playgroundAddress(results),
    ...(results.scaledTargets && { scaledTargets: results.scaledTargets.map(visibleText) }),
    metrics: metrics.map(({ name }) => name),
    columns: columns.map(({ path }) => pageColumn(path, columns)),
    figures: leaderboardColumns(results).map(({ heading }) => heading),
    configurations: pageConfigurations(results),
    trials: trials.map((trial) => pageTrial(trial, results, curves)),
    datasets: datasets.map(({ digest }, i) => ({ name: visibleText(names[i]!), digest })),
    ...(experiment.sweep.folder.versions && { versions: versionLines(experiment) }),
    expectations: results.expectations.map(pageExpectation),
    warnings: [...warnings.map(({ message }) => visibleText(message)), curves.note ?? []].flat(),
    search: searchTable(results),
    pictures: pictures ? pagePictures(pictures) : [],
    spec: pageSpec(experiment),
    units: pageUnits(results, pictures),
    descents: pictures && pageDescents(results),
  };
}

/** Every character of the file can be seen. */
function pageSpec({ file, text, set = [] }: Experiment): PageSpec | undefined {
  if (text === undefined) return undefined;
  const lines = text
    .replace(/^\u{FEFF}/u, "")
    .trimEnd()
    .split(/\r\n?|\n/);
  const name = file.split(/[\\/]/).at(-1)!;
  return { file: visibleText(name), lines: lines.map(visibleText), set: set.map(visibleText) };
}

function pageColumn(path: string, columns: readonly Column[]): PageColumn {
  return { path: visibleText(path), label: visibleText(axisName(path, columns)) };
}

function pageConfigurations(results: Results): PageConfiguration[] {
  const standings = results.leaderboard.map((standing, rank) => ({ standing, rank }));
  const figures = leaderboardColumns(results);
  const colors = settingColors(results.configurations, results.columns);
  return standings
    .toSorted((a, b) => a.standing.configuration.index - b.standing.configuration.index)
    .map(({ standing, rank }) => ({
      ...describe(standing.configuration, results),
      color: colors[standing.configuration.index]!,
      rank,
      place: standing.place,
      figures: figures.map(({ textOf }) => textOf(standing)),
      status: statusText(standing, results),
    }));
}

function describe(
  { index, configuration, values, objective }: ConfigurationResult,
  { columns }: Results,
): Omit<PageConfiguration, "color" | "rank" | "place" | "figures" | "status"> {
  const setting = visibleText(settingText({ values }, columns));
  const isGenerated = kindOf(configuration).isSelfContained(configuration);
  return { index, setting, configuration, isGenerated, values: values.map(pageValue), objective };
}

function pageValue(value: ColumnValue | null): number | string | null {
  return typeof value === "number" || value === null ? value : visibleText(shownText(value));
}

function pageTrial(result: TrialResult, { metrics }: Results, curves: CurvesKept): PageTrial {
  const { trial, status, record, bestEpoch, objective } = result;
  const { index, id, configurationIndex, fold, replicate, baseSeed, dataDigest } = trial;
  return {
    index,
    id,
    configuration: configurationIndex,
    ...(fold !== undefined && { fold }),
    replicate,
    baseSeed,
    dataDigest,
    status,
    objective,
    bestEpoch: bestEpoch ?? null,
    divergedEpoch: record?.status === "diverged" ? record.divergedEpoch : null,
    ...curvesOf(result, seriesOf(record?.metrics ?? {}, metrics), curves),
  };
}

function curvesOf(
  result: TrialResult,
  series: MetricSeries,
  curves: CurvesKept,
): Pick<PageTrial, "series" | "last"> {
  if (!result.record || curves.has(result)) return { series };
  const last = Object.entries(series).map(([metric, values]) => [metric, values.at(-1) ?? null]);
  return { series: {}, last: Object.fromEntries(last) as Record<string, number | null> };
}

/** A record may have more than the experiment asks for: the store is shared, and the page must not depend on that. */
function seriesOf(series: MetricSeries, metrics: Results["metrics"]): MetricSeries {
  const names = new Set(metrics.map(({ name }) => name));
  return Object.fromEntries(Object.entries(series).filter(([name]) => names.has(name)));
}

function pageExpectation({ expectation, expected, holds, found }: ExpectationResult): PageExpectation {
  return {
    lesson: visibleText(expectation.because ?? ""),
    expected: visibleText(expected),
    found: visibleText(found),
    ...(holds !== undefined && { holds }),
  };
}
