import { deviationText, differenceUnit, digits } from "../../results/figure-text.ts";
import { metricText } from "../../results/metric-text.ts";
import type { Results } from "../../results/results.ts";
import type { Picture } from "../pictures/picture.ts";
import { noiseText, sourceText } from "../source-text.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";
import { detailsMarkdown } from "./details-markdown.ts";
import { pictureMarkdown } from "./picture-markdown.ts";

/** Returns the section with the analysis of variance, or the reason why there is none; empty where fewer than two axes vary. */
export function varianceMarkdown(results: Results, pictures: readonly Picture[]): string {
  const { variance, experiment } = results;
  if (!variance) return "";
  const objective = metricText(experiment.objective.metric, results);
  if ("refusal" in variance) return `## Variance\n\nNo analysis of variance: ${variance.refusal}.`;
  const isTested = variance.untested === undefined;
  const rows = variance.rows.map((row) => [
    escapeMarkdown(sourceText(row, results)),
    `${(100 * row.share).toFixed(1)} %`,
    digits(row.sumOfSquares, 4),
    String(row.degrees),
    ...(isTested
      ? [row.f === null ? "" : digits(row.f, 4), row.p === null ? "" : probabilityText(row.p)]
      : []),
  ]);
  const headings = [
    "source",
    "share:",
    "sum of squares:",
    "degrees of freedom:",
    ...(isTested ? ["F:", "p:"] : []),
  ];
  const { count, folds } = experiment.replicates;
  const what = folds !== undefined && count > 1 ? "the means of the replicates in each fold" : "all trials";
  const reading = isTested ? assumption(results) : `There are no tests: ${variance.untested}.`;
  const content = [
    `Analysis of variance over ${what}: how much of the differences in ${objective} each axis explains. ${reading}`,
    ...(pictures.length > 0 ? [pictureMarkdown(pictures)] : []),
    markdownTable(headings, rows),
  ];
  return `## Variance\n\n${detailsMarkdown("Analysis of variance", ...content)}`;
}

/** Standard deviations that differ by a larger factor make the tests approximate. */
const MOST_UNLIKE = 3;

function assumption({ configurations, experiment }: Results): string {
  const { metric } = experiment.objective;
  const deviations = configurations.map(({ objective }) => objective.sd ?? 0).sort((a, b) => a - b);
  const [smallest, largest] = [deviations[0]!, deviations.at(-1)!];
  const [least, most] = [smallest, largest].map((sd) => deviationText(metric, sd));
  const rough =
    largest > MOST_UNLIKE * smallest
      ? ` They differ by more than a factor of ${MOST_UNLIKE}, so p is approximate.`
      : "";
  return (
    `F and p compare an effect with the ${noiseText(experiment)} and assume that all settings have the same noise: ` +
    `their standard deviations range from ${least} to ${most}${differenceUnit(metric)}.${rough}${experiment.replicates.folds === undefined ? "" : " F allows for the training examples that folds share."}`
  );
}

function probabilityText(p: number): string {
  return p < 0.0001 ? "&lt; 0.0001" : digits(p, 2);
}
