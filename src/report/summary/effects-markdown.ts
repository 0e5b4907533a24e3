import { canonicalJson } from "../../data/canonical-json.ts";
import { hasConditions } from "../../results/winners.ts";
import { intervalText } from "../../results/figure-text.ts";
import { lengthUnit } from "../../results/length-unit.ts";
import { metricPhrase, metricText } from "../../results/metric-text.ts";
import type { AxisEffect, AxisSplit, Results, ValueEffect } from "../../results/results.ts";
import { axisName, shownText } from "../../results/setting-text.ts";
import { repetitionsOf, repetitionsText } from "../../spec/repetitions.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";
import { effectName } from "../pictures/axes/effect-name.ts";
import { detailsMarkdown } from "./details-markdown.ts";
import type { Picture } from "../pictures/picture.ts";
import { pictureMarkdown } from "./picture-markdown.ts";

/**
 * Returns a section for each axis: its picture and, folded, the means of its values. The leaderboard already shows those
 * of a single axis. Of a search one section with all pictures: it has no means to compare.
 */
export function effectsMarkdown(results: Results, pictures: readonly Picture[]): string[] {
  if (results.experiment.sweep.search)
    return pictures.length > 0 ? [`## Values and results\n\n${pictureMarkdown(pictures)}`] : [];
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
  const metric = metricPhrase(results.experiment.objective.metric, results);
  return [`No combination of the other axes has ${metric} for every value, so the means are not comparable.`];
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
  const axis = escapeMarkdown(axisName(path, columns));
  const headings = [`${axis}:`, `${metricText(metric, results)}:`, "trials:", "diverged:"];
  const scope =
    blocks.compared === blocks.all
      ? `Mean over ${blocks.all === 1 ? "" : `the same ${blocks.all} combinations of `}the other axes`
      : `Mean over the ${blocks.compared} of ${blocks.all} combinations of the other axes where every value has ${metricPhrase(metric, results)}`;
  return [
    detailsMarkdown(`Means by ${axis}`, `${scope}${spreadText(experiment)}.`, markdownTable(headings, rows)),
  ];
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
    incomplete: `Some combinations have no result, so values are compared only at the same ${other}`,
    interaction: isUnsure(results)
      ? `The best value depends on ${other}, but with one replicate this may be chance`
      : `The best value depends on ${other}`,
    answer: `${hasConditions(results.leaderboard) ? "Some best settings do not have" : "The best setting does not have"} the value that is best on average, so the values are shown by ${other}`,
  }[within.why];
  return [
    `${escapeMarkdown(why)}.`,
    detailsMarkdown(
      escapeMarkdown(`Means by ${axisName(path, columns)} and ${other}`),
      `${meanText(results)}${spreadText(experiment)}.`,
      markdownTable(headings, rows),
    ),
  ];
}

/** Returns whether the spread exists but is unknown. */
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
  return columns.length > 2 ? "Mean over the same combinations of the remaining axes" : "Mean";
}

function spreadText({ replicates }: Results["experiment"]): string {
  if (repetitionsOf(replicates) === 1) return "";
  const over = replicates.folds === undefined ? "the replicates" : repetitionsText(replicates);
  return ` ± 95 % confidence interval over ${over}`;
}
