import { deviationText, differenceUnit, digits } from "../../results/figure-text.ts";
import { metricText } from "../../results/metric-text.ts";
import type { Results } from "../../results/results.ts";
import type { Picture } from "../pictures/picture.ts";
import { noiseText, sourceText } from "../source-text.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";
import { pictureMarkdown } from "./picture-markdown.ts";

/** Returns the section with the analysis of variance, or with why there is none; empty where fewer than two axes vary. */
export function varianceMarkdown(results: Results, pictures: readonly Picture[]): string {
  const { variance, experiment } = results;
  if (!variance) return "";
  const objective = metricText(experiment.objective.metric, results);
  if ("refusal" in variance) return `## Variance\n\nNo analysis of variance, as ${variance.refusal}.`;
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
  const reading = isTested ? assumption(results) : `Nothing is tested: ${variance.untested}.`;
  return [
    "## Variance",
    `What accounts for the differences in ${objective}: analysis of variance over ${what}. ${reading}`,
    ...(pictures.length > 0 ? [pictureMarkdown(pictures)] : []),
    markdownTable(headings, rows),
  ].join("\n\n");
}

/** Standard deviations that differ by a larger factor are not alike. */
const MOST_UNLIKE = 3;

function assumption({ configurations, experiment }: Results): string {
  const { metric } = experiment.objective;
  const deviations = configurations.map(({ objective }) => objective.sd ?? 0).sort((a, b) => a - b);
  const [smallest, largest] = [deviations[0]!, deviations.at(-1)!];
  const [least, most] = [smallest, largest].map((sd) => deviationText(metric, sd));
  const rough =
    largest > MOST_UNLIKE * smallest
      ? ` They differ by more than a factor of ${MOST_UNLIKE}, so p is rough.`
      : "";
  return (
    `F and p measure an effect by the ${noiseText(experiment)}, which they take to be alike in all settings: ` +
    `their standard deviations go from ${least} to ${most}${differenceUnit(metric)}.${rough}${experiment.replicates.folds === undefined ? "" : " F is smaller by what folds share, as t² of a pair is."}`
  );
}

function probabilityText(p: number): string {
  return p < 0.0001 ? "&lt; 0.0001" : digits(p, 2);
}
