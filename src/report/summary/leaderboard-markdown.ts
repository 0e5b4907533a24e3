import { lengthUnit } from "../../results/length-unit.ts";
import { listText } from "../../results/list-text.ts";
import { differenceUnit, figureText } from "../../results/figure-text.ts";
import { isWhole } from "../../results/replicates/measured-trials.ts";
import { lastValue } from "../../results/best-epoch.ts";
import { metricText } from "../../results/metric-text.ts";
import type { Results } from "../../results/results.ts";
import { axisName, shownText } from "../../results/setting-text.ts";
import { meaningSentences, methodSentences } from "./comparison-markdown.ts";
import { detailsMarkdown } from "./details-markdown.ts";
import { noValueText } from "./no-value-text.ts";
import { leaderboardColumns } from "../leaderboard-columns.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";
import { replicatesOfAll } from "./replicates-text.ts";
import { hasConditions } from "../../results/winners.ts";
import { statusText } from "../status-text.ts";
import { repetitionsOf, trialWord } from "../../spec/repetitions.ts";

const MOST_ROWS = 30;

/** Returns the section that ranks the configurations; empty where there is only one. */
export function leaderboardMarkdown(results: Results): string {
  const { leaderboard, columns } = results;
  if (leaderboard.length < 2) return "";
  const figures = leaderboardColumns(results);
  const rows = leaderboard
    .slice(0, MOST_ROWS)
    .map((standing) => [
      String(standing.place),
      ...standing.configuration.values.map((value) => escapeMarkdown(shownText(value))),
      ...figures.map(({ textOf }) => textOf(standing)),
      statusText(standing, results),
    ]);
  const headings = [
    ":",
    ...columns.map(({ path }) => `${escapeMarkdown(axisName(path, columns))}:`),
    ...figures.map(({ heading }) => `${heading}:`),
    "",
  ];
  return [
    "## Leaderboard",
    introduction(results),
    markdownTable(headings, rows),
    ...(leaderboard.length > MOST_ROWS
      ? [`trials.csv has the other ${leaderboard.length - MOST_ROWS} settings.`]
      : []),
    ...methodDetails(results),
  ].join("\n\n");
}

function introduction(results: Results): string {
  const { experiment, leaderboard, baseline } = results;
  const { objective, replicates } = experiment;
  const measured = `Ranked by ${metricText(objective.metric, results)} at the ${objective.at} ${lengthUnit(results)}`;
  if (lengthUnit(results) === "step")
    return [`${measured}. Deterministic: one run per setting.`, ...conditionsSentence(results)].join(" ");
  if (repetitionsOf(replicates) === 1)
    return [
      `${measured}. Each setting has one replicate, so the spread is unknown and there are no intervals or tests.`,
      ...unitsSentence(results),
      ...conditionsSentence(results),
    ].join(" ");
  const figures = `${measured}: ${replicatesOfAll(results)} and standard deviation (sd)`;
  const uncompared = [
    ...(isWhole(leaderboard[0]!.configuration) ? [] : ["the best"]),
    ...(baseline && !isWhole(baseline) ? ["the baseline"] : []),
  ].map(
    (name) =>
      `No setting is compared with ${name}: some of its ${trialWord(replicates)}s ${noValueText(objective.metric)}.`,
  );
  const unit = differenceUnit(objective.metric) && " in points";
  const difference =
    results.comparing.length > 0
      ? `, with the difference from the best${unit} and its 95 % confidence interval`
      : "";
  return [
    `${figures}${difference}.`,
    ...unitsSentence(results),
    ...conditionsSentence(results),
    ...uncompared,
    ...meaningSentences(results),
  ].join(" ");
}

function methodDetails(results: Results): string[] {
  const sentences = [...methodSentences(results), ...foldsSentence(results)];
  return sentences.length === 0
    ? []
    : [detailsMarkdown("How the intervals are computed", sentences.join(" "))];
}

/** Conditions are given rather than chosen, and losses of different kinds are not comparable. */
function conditionsSentence({ leaderboard }: Results): string[] {
  if (!hasConditions(leaderboard)) return [];
  const names = [...new Set(leaderboard.map(({ condition }) => condition))].map(escapeMarkdown);
  return [
    `Each condition has its own ranking, because results under different conditions are not comparable: ${listText(names, 5)}.`,
  ];
}

/** Losses of scaled targets rank settings; RMSE shows how large the errors are. */
function unitsSentence({ scaledTargets, metrics, comparing }: Results): string[] {
  if (!scaledTargets) return [];
  const names = escapeMarkdown(listText(scaledTargets, 5));
  const compared =
    comparing.length > 0 ? "; differences are those of the scaled losses, which rank the settings" : "";
  const own = metrics.some(({ isDerived }) => isDerived)
    ? `RMSE (root mean squared error) is in the target's own units${compared}`
    : "set metrics: [mae, rmse] to measure errors in the targets' own units";
  return [`Losses are those of scaled targets (${names}); ${own}.`];
}

/** Returns the section with every replicate of an experiment of one configuration. */
export function replicatesMarkdown(results: Results): string {
  const { configurations, metrics, experiment } = results;
  const [only] = configurations;
  const { folds } = experiment.replicates;
  if (!only || configurations.length > 1 || only.trials.length < 2) return "";
  const rows = only.trials.map((result) => [
    ...(folds === undefined ? [] : [String(result.trial.fold)]),
    String(result.trial.replicate),
    ...metrics.map(({ name }) => optionalFigure(name, lastValue(result, name))),
    String(result.bestEpoch ?? "-"),
    result.status,
  ]);
  const headings = [
    ...(folds === undefined ? [] : ["fold:"]),
    "replicate:",
    ...metrics.map(({ name }) => `${metricText(name, results)}:`),
    "best epoch:",
    "status",
  ];
  return `## ${folds === undefined ? "Replicates" : "Folds"}\n\n${["Metrics at the last epoch.", ...unitsSentence(results)].join(" ")}\n\n${markdownTable(headings, rows)}`;
}

function optionalFigure(metric: string, value: number | null): string {
  return value === null ? "-" : figureText(metric, value);
}

function foldsSentence({ experiment: { replicates } }: Results): string[] {
  if (replicates.folds === undefined) return [];
  return [
    "Folds share most of their training examples, so intervals that treated them as independent would be too narrow. All intervals and tests use (1/n + evaluation examples / training examples) sd² as the variance of a mean (Nadeau and Bengio 2003).",
  ];
}
