import type { Statistics } from "../../../math/statistics.ts";
import { intervalText } from "../../../results/figure-text.ts";
import { isConditionPath } from "../../../results/comparisons/conditions.ts";
import { listText } from "../../../results/list-text.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { AxisEffect, AxisSplit, Results, ValueEffect } from "../../../results/results.ts";
import { axisName, shownText } from "../../../results/setting-text.ts";
import { winnersOf } from "../../../results/winners.ts";
import type { MetricGoal } from "../../../metrics/metrics.ts";
import type { Picture } from "../picture.ts";
import { effectName } from "./effect-name.ts";
import { effectChart } from "./effect-chart.ts";
import { interactionSplit } from "./interaction-split.ts";
import { capitalized } from "../../../text/counted.ts";

/** Returns the picture of the results of the values of an axis; none where no two of them are comparable. */
export function axisEffectPicture(effect: AxisEffect, results: Results): Picture[] {
  const { columns, experiment } = results;
  const { within } = effect;
  const sets = within ? within.levels.map(({ values }) => values) : [effect.values];
  if (!sets.some((values) => knownOf(values).length > 1)) return [];
  const name = axisName(effect.path, columns);
  return [
    {
      name: effectName(effect.path, columns),
      alt: `${experiment.name}: effect of ${name} on ${metricText(experiment.objective.metric, results)}`,
      caption: captionOf(effect, name, results),
      drawing: effectChart(effect, within ?? interactionSplit(effect, results), results),
    },
  ];
}

function captionOf(effect: AxisEffect, name: string, results: Results): string {
  const { values, within } = effect;
  const diverged = values
    .filter((value) => value.diverged > 0)
    .map(({ value, diverged, trials }) => `${name} = ${shownText(value)} (${diverged} of ${trials})`);
  return [
    within ? splitText(within, effect.path, results) : averageText(effect, name, results),
    ...(diverged.length > 0 ? [`diverged trials: ${listText(diverged, 5)}`] : []),
  ].join("; ");
}

/** "Best on average over the other axes at eta = 1: 95 %, worst at eta = 3: 90 %; the best setting has eta = 0.3". */
function averageText({ path, values, blocks }: AxisEffect, name: string, results: Results): string {
  const { leaderboard, columns, experiment } = results;
  const { objective } = experiment;
  const ranked = rank(values, objective.goal);
  const [first, last] = [ranked[0]!, ranked.at(-1)!];
  const textOf = ({ value, objective: figures }: Known): string =>
    `${name} = ${shownText(value)}: ${intervalText(objective.metric, figures)}`;
  const scope =
    blocks.all === 1
      ? ""
      : blocks.compared === blocks.all
        ? " on average over the other axes"
        : ` on average over the ${blocks.compared} of ${blocks.all} combinations of the other axes that have all values,`;
  if (isConditionPath(path, objective.metric))
    return `From ${textOf(first)} to ${textOf(last)}${scope.replace(/,$/, "")}`;
  const column = columns.findIndex((candidate) => candidate.path === path);
  const others = winnersOf(leaderboard)
    .map(({ configuration }) => shownText(configuration.values[column] ?? null))
    .filter((own) => own !== "" && own !== shownText(first.value));
  return [
    `Best${scope} at ${textOf(first)}, worst at ${textOf(last)}`,
    ...(blocks.all > 1 && others.length > 0
      ? [`the best setting has ${name} = ${[...new Set(others)].join(" or ")}`]
      : []),
  ].join("; ");
}

/** "Best at variant = few: l2 = 0.1 (87 %); at variant = all: l2 = 5 (96 %)". */
function splitText({ path, levels }: AxisSplit, axisPath: string, { columns, experiment }: Results): string {
  const name = axisName(axisPath, columns);
  const { metric, goal } = experiment.objective;
  const isGiven = isConditionPath(axisPath, metric);
  const leaders = levels.flatMap(({ value: level, values }) => {
    const ranked = rank(values, goal);
    if (ranked.length < 2) return [];
    const textOf = ({ value, objective }: Known): string =>
      `${name} = ${shownText(value)} (${intervalText(metric, objective)})`;
    const range = isGiven ? `from ${textOf(ranked[0]!)} to ${textOf(ranked.at(-1)!)}` : textOf(ranked[0]!);
    return `at ${axisName(path, columns)} = ${shownText(level) || "none"}: ${range}`;
  });
  return isGiven ? capitalized(leaders.join("; ")) : `Best ${leaders.join("; ")}`;
}

function rank(values: readonly ValueEffect[], goal: MetricGoal): Known[] {
  const sign = goal === "maximize" ? 1 : -1;
  return knownOf(values).toSorted((a, b) => sign * (b.objective.mean - a.objective.mean));
}

function knownOf(values: readonly ValueEffect[]): Known[] {
  return values.filter((value): value is Known => value.objective.mean !== null);
}

interface Known extends ValueEffect {
  readonly objective: Statistics & { readonly mean: number };
}
