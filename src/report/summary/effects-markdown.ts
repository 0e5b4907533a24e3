import { intervalText } from "../../results/figure-text.ts";
import type { Replicates } from "../../spec/experiment.ts";
import { metricText } from "../../results/metric-text.ts";
import type { AxisEffect, Results } from "../../results/results.ts";
import { axisName, shownText } from "../../results/setting-text.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";
import { effectName } from "../pictures/axes/effect-name.ts";
import type { Picture } from "../pictures/picture.ts";
import { pictureMarkdown } from "./picture-markdown.ts";
import { repetitionsOf, repetitionsText } from "../../spec/repetitions.ts";

/**
 * Returns a section for each axis: its picture, and the means of its values, which for a single axis the leaderboard
 * shows already.
 */
export function effectsMarkdown(results: Results, pictures: readonly Picture[]): string[] {
  return results.effects.flatMap((effect) => {
    const name = effectName(effect.path, results.columns);
    const picture = pictureMarkdown(pictures.filter((candidate) => candidate.name === name));
    const table = results.columns.length < 2 ? [] : meansTable(effect, results);
    const heading = `## Effect of ${escapeMarkdown(axisName(effect.path, results.columns))}`;
    const content = [...(picture ? [picture] : []), ...table];
    return content.length === 0 ? [] : [[heading, ...content].join("\n\n")];
  });
}

function meansTable({ path, values }: AxisEffect, { experiment, columns }: Results): string[] {
  const { metric } = experiment.objective;
  const rows = values.map(({ value, trials, diverged, objective }) => [
    escapeMarkdown(shownText(value)),
    intervalText(metric, objective) || "-",
    String(trials),
    String(diverged),
  ]);
  const headings = [
    `${escapeMarkdown(axisName(path, columns))}:`,
    `${metricText(metric)}:`,
    "trials:",
    "diverged:",
  ];
  return [introduction(values, experiment.replicates), markdownTable(headings, rows)];
}

function introduction(values: AxisEffect["values"], replicates: Replicates): string {
  if (repetitionsOf(replicates) === 1) return "Mean of all settings that share the value.";
  const isBroken = values.some(({ objective }) => objective.ci95 === null);
  return [
    `Mean of all settings that share the value ± 95 % confidence interval over ${replicates.folds === undefined ? "the replicates" : repetitionsText(replicates)}.`,
    ...(isBroken ? ["Where a trial diverged or failed: the mean of the others, without an interval."] : []),
  ].join(" ");
}
