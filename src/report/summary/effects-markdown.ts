import { canonicalJson } from "../../data/canonical-json.ts";
import { hasConditions } from "../../results/winners.ts";
import { intervalText } from "../../results/figure-text.ts";
import { lengthUnit } from "../../results/length-unit.ts";
import { metricText } from "../../results/metric-text.ts";
import type { AxisEffect, AxisSplit, Results, ValueEffect } from "../../results/results.ts";
import { axisName, shownText } from "../../results/setting-text.ts";
import { repetitionsOf, repetitionsText } from "../../spec/repetitions.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";
import { effectName } from "../pictures/axes/effect-name.ts";
import type { Picture } from "../pictures/picture.ts";
import { pictureMarkdown } from "./picture-markdown.ts";

/**
 * Returns a section for each axis: its picture, and the means of its values, which for a single axis the leaderboard
 * shows already.
 */
export function effectsMarkdown(results: Results, pictures: readonly Picture[]): string[] {
  return results.effects.flatMap((effect) => {
    const name = effectName(effect.path, results.columns);
    const picture = pictureMarkdown(pictures.filter((candidate) => candidate.name === name));
    const heading = `## Effect of ${escapeMarkdown(axisName(effect.path, results.columns))}`;
    const content = [...(picture ? [picture] : []), ...tableOf(effect, results)];
    return content.length === 0 ? [] : [[heading, ...content].join("\n\n")];
  });
}

function tableOf(effect: AxisEffect, results: Results): string[] {
  if (results.columns.length < 2) return [];
  if (effect.within) return splitTable(effect, effect.within, results);
  if (effect.blocks.compared > 0) return meansTable(effect, results);
  const metric = metricText(results.experiment.objective.metric, results);
  return [
    `No combination of the other axes has a ${metric} for every value, so means would not compare like with like.`,
  ];
}

function meansTable({ path, values, blocks }: AxisEffect, results: Results): string[] {
  const { experiment, columns } = results;
  const { metric } = experiment.objective;
  const rows = values.map(({ value, trials, diverged, objective }) => [
    escapeMarkdown(shownText(value)),
    intervalText(metric, objective) || "-",
    String(trials),
    String(diverged),
  ]);
  const headings = [
    `${escapeMarkdown(axisName(path, columns))}:`,
    `${metricText(metric, results)}:`,
    "trials:",
    "diverged:",
  ];
  const scope =
    blocks.compared === blocks.all
      ? `Mean over ${blocks.all === 1 ? "" : `the same ${blocks.all} combinations of `}the other axes`
      : `Mean over the ${blocks.compared} of ${blocks.all} combinations of the other axes under which every value has a ${metricText(metric, results)}`;
  return [`${scope}${spreadText(experiment)}.`, markdownTable(headings, rows)];
}

function splitTable({ path, values }: AxisEffect, within: AxisSplit, results: Results): string[] {
  const { columns, experiment } = results;
  const other = axisName(within.path, columns);
  const headings = [
    `${escapeMarkdown(axisName(path, columns))}:`,
    ...within.levels.map(({ value }) => `${escapeMarkdown(`${other} = ${shownText(value) || "none"}`)}:`),
  ];
  const rows = values.map(({ value }) => [
    escapeMarkdown(shownText(value)),
    ...within.levels.map((level) =>
      cellText(
        level.values.find((cell) => isSame(cell, value)),
        results,
      ),
    ),
  ]);
  const why = {
    incomplete: `Not every value has a result everywhere, so values are compared only where ${other} is the same`,
    interaction: isUnsure(results)
      ? `The best value differs by ${other}; with one replicate that may be chance`
      : `Which value is best depends on ${other}`,
    answer: `${hasConditions(results.leaderboard) ? "Not every best setting has" : "The best setting does not have"} the value that is best on average, so the values are shown by ${other}`,
  }[within.why];
  return [
    `${escapeMarkdown(why)}. ${meanText(results)}${spreadText(experiment)}.`,
    markdownTable(headings, rows),
  ];
}

/** Whether nothing is known of the spread, although there is one. */
function isUnsure(results: Results): boolean {
  return lengthUnit(results) === "epoch" && repetitionsOf(results.experiment.replicates) === 1;
}

function isSame(cell: ValueEffect, value: ValueEffect["value"]): boolean {
  return canonicalJson(cell.value) === canonicalJson(value);
}

/** Empty where a combination was not tried. */
function cellText(cell: ValueEffect | undefined, { experiment }: Results): string {
  if (!cell) return "";
  const { diverged, trials, objective } = cell;
  const figure = intervalText(experiment.objective.metric, objective);
  const isPartial = objective.ci95 === null && objective.n > 0 && objective.n < trials;
  if (diverged === 0) return isPartial ? `${figure} (${objective.n} of ${trials})` : figure || "-";
  const share = `${diverged} of ${trials} diverged`;
  return figure === "" ? share : `${figure} (${share})`;
}

function meanText({ columns }: Results): string {
  return columns.length > 2 ? "Mean over the same combinations of the axes left" : "Mean";
}

function spreadText({ replicates }: Results["experiment"]): string {
  if (repetitionsOf(replicates) === 1) return "";
  const over = replicates.folds === undefined ? "the replicates" : repetitionsText(replicates);
  return ` ± 95 % confidence interval over ${over}`;
}
