import { figureText, intervalText } from "../results/figure-text.ts";
import { lastValue } from "../results/last-value.ts";
import { metricText } from "../results/metric-text.ts";
import type { Results } from "../results/results.ts";
import { axisName, shownText } from "../results/setting-text.ts";
import { escapeMarkdown, markdownTable } from "./markdown.ts";
import { replicatesText } from "./replicates-text.ts";
import { statusText } from "./status-text.ts";

const MOST_ROWS = 30;

/** Returns the section that ranks the configurations; empty where there is only one. */
export function leaderboardMarkdown(results: Results): string {
  const { experiment, leaderboard, best, columns } = results;
  if (leaderboard.length < 2) return "";
  const { objective, replicates } = experiment;
  const others = testColumn(results);
  const rows = leaderboard.slice(0, MOST_ROWS).map((standing, i) => {
    const { configuration } = standing;
    return [
      String(i + 1),
      ...configuration.values.map((value) => escapeMarkdown(shownText(value))),
      intervalText(objective.metric, configuration.objective) || "-",
      ...others.map(({ name, column }) => intervalText(name, configuration.metrics[column]!) || "-"),
      String(configuration.parameters),
      statusText(standing, configuration === best),
    ];
  });
  const headings = [
    ":",
    ...columns.map(({ path }) => `${escapeMarkdown(axisName(path, columns))}:`),
    ...[objective.metric, ...others.map(({ name }) => name)].map((name) => `${metricText(name)}:`),
    "parameters:",
    "",
  ];
  return [
    "## Leaderboard",
    `By ${metricText(objective.metric)} at the ${objective.at} epoch: ${replicatesText(replicates.count)}.` +
      (replicates.count > 1
        ? " Ties are not distinguishable from the best, comparing replicates in pairs."
        : ""),
    markdownTable(headings, rows),
    ...(leaderboard.length > MOST_ROWS ? [`${leaderboard.length - MOST_ROWS} more are in trials.csv.`] : []),
  ].join("\n\n");
}

/** Returns the section with every replicate of an experiment of one configuration. */
export function replicatesMarkdown({ configurations, metrics }: Results): string {
  const [only] = configurations;
  if (!only || configurations.length > 1 || only.trials.length < 2) return "";
  const rows = only.trials.map((result) => [
    String(result.trial.replicate),
    ...metrics.map(({ name }) => optionalFigure(name, lastValue(result, name))),
    String(result.bestEpoch ?? "-"),
    result.status,
  ]);
  const headings = [
    "replicate:",
    ...metrics.map(({ name }) => `${metricText(name)}:`),
    "best epoch:",
    "status",
  ];
  return `## Replicates\n\nMetrics at the last epoch.\n\n${markdownTable(headings, rows)}`;
}

/** What is chosen on validation is judged on test: that column stands beside the objective's. */
function testColumn({ metrics, experiment }: Results): { name: string; column: number }[] {
  const column = metrics.findIndex(({ name }) => name === "testAccuracy");
  const isShown = column >= 0 && experiment.objective.metric !== "testAccuracy";
  return isShown ? [{ name: "testAccuracy", column }] : [];
}

function optionalFigure(metric: string, value: number | null): string {
  return value === null ? "-" : figureText(metric, value);
}
