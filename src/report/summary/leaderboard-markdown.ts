import { lengthUnit } from "../../results/length-unit.ts";
import { listText } from "../../results/list-text.ts";
import { differenceUnit, figureText } from "../../results/figure-text.ts";
import { isWhole } from "../../results/replicates/measured-trials.ts";
import { lastValue } from "../../results/best-epoch.ts";
import { metricText } from "../../results/metric-text.ts";
import type { Results } from "../../results/results.ts";
import { axisName, settingText, shownText } from "../../results/setting-text.ts";
import { comparisonSentences } from "./comparison-markdown.ts";
import { leaderboardColumns } from "../leaderboard-columns.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";
import { replicatesText } from "./replicates-text.ts";
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
    ...(leaderboard.length > MOST_ROWS ? [`${leaderboard.length - MOST_ROWS} more are in trials.csv.`] : []),
    ...notes(results),
  ].join("\n\n");
}

function introduction(results: Results): string {
  const { experiment, leaderboard, baseline } = results;
  const { objective, replicates } = experiment;
  const measured = `By ${metricText(objective.metric, results)} at the ${objective.at} ${lengthUnit(results)}`;
  if (lengthUnit(results) === "step")
    return [`${measured}. Nothing is left to chance: one descent each.`, ...conditionsSentence(results)].join(
      " ",
    );
  if (repetitionsOf(replicates) === 1)
    return [
      `${measured}: one replicate each, so without intervals and tests, as nothing is known of the spread.`,
      ...unitsSentence(results),
      ...conditionsSentence(results),
    ].join(" ");
  const figures = `${measured}: ${replicatesText(repetitionsOf(replicates), replicates.folds)}, their standard deviation (sd)`;
  const uncompared = [
    ...(isWhole(leaderboard[0]!.configuration) ? [] : ["the best"]),
    ...(baseline && !isWhole(baseline) ? ["the baseline"] : []),
  ].map(
    (name) =>
      `Nothing is compared with ${name}, of which some ${trialWord(replicates)}s ${lackText(objective.metric)}.`,
  );
  const unit = differenceUnit(objective.metric) && " in percentage points";
  const difference =
    results.comparing.length > 0
      ? `, and the difference from the best${unit} with a 95 % confidence interval`
      : "";
  return [
    `${figures}${difference}.`,
    ...unitsSentence(results),
    ...conditionsSentence(results),
    ...uncompared,
    ...comparisonSentences(results),
    ...foldsSentence(results),
  ].join(" ");
}

/** What is given is not chosen, and losses of different kinds do not compare. */
function conditionsSentence({ leaderboard }: Results): string[] {
  if (!hasConditions(leaderboard)) return [];
  const names = [...new Set(leaderboard.map(({ condition }) => condition))].map(escapeMarkdown);
  return [
    `Each condition has a ranking of its own, because results under different conditions do not compare: ${listText(names, 5)}.`,
  ];
}

/** Losses of scaled targets compare settings; how large errors are is another figure. */
function unitsSentence({ scaledTargets, metrics, comparing }: Results): string[] {
  if (!scaledTargets) return [];
  const names = escapeMarkdown(listText(scaledTargets, 5));
  const compared =
    comparing.length > 0 ? "; differences are of the scaled losses, by which settings are ranked" : "";
  const own = metrics.some(({ isTold }) => isTold)
    ? `RMSE, the root of the mean squared error, is in the target's own units, here and below${compared}`
    : "metrics: [mae, rmse] measures errors in the targets' own units";
  return [`Losses are of scaled numbers (${names}); ${own}.`];
}

/** Why a replicate has no value of a metric. */
function lackText(metric: string): string {
  return metric === "epochsToTarget" ? "diverged, failed or never reached the target" : "diverged or failed";
}

function notes({ leaderboard, columns, experiment }: Results): string[] {
  const comparisons = leaderboard.flatMap(({ toBest, toBaseline }) => [toBest, toBaseline]);
  const isConstant = comparisons.some((own) => own?.verdict === "undecided" && own.interval === null);
  const partial = leaderboard
    .map(({ configuration }) => configuration)
    .filter((configuration) => configuration.objective.n > 0 && !isWhole(configuration))
    .map((configuration) => escapeMarkdown(settingText(configuration, columns)));
  return [
    ...(isConstant
      ? [
          "Where two settings differ by the same amount each time and neither varies, nothing is known of the spread.",
        ]
      : []),
    ...(partial.length > 0
      ? [
          `Of ${listText(partial, 5)} some ${trialWord(experiment.replicates)}s ${lackText(experiment.objective.metric)}: the mean is that of the others, ranked below ` +
            "all whole settings and compared with none.",
        ]
      : []),
  ];
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
    "Folds share most of the examples that they train on, so taken for independent they would make intervals too narrow: here and in all tests the variance of a mean is (1/n + examples measured on / examples trained on) sd² (Nadeau and Bengio 2003).",
  ];
}
