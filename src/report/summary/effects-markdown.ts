import { intervalText } from "../../results/figure-text.ts";
import { metricText } from "../../results/metric-text.ts";
import type { AxisEffect, Results } from "../../results/results.ts";
import { axisName, shownText } from "../../results/setting-text.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";

/** Returns a section for each axis with the means of its values; none for a single axis, which the leaderboard shows. */
export function effectsMarkdown(results: Results): string[] {
  return results.columns.length < 2 ? [] : results.effects.map((effect) => effectSection(effect, results));
}

function effectSection({ path, values }: AxisEffect, { experiment, columns }: Results): string {
  const { metric } = experiment.objective;
  const name = escapeMarkdown(axisName(path, columns));
  const rows = values.map(({ value, trials, diverged, objective }) => [
    escapeMarkdown(shownText(value)),
    intervalText(metric, objective) || "-",
    String(trials),
    String(diverged),
  ]);
  return [
    `## Effect of ${name}`,
    introduction(values, experiment.replicates.count),
    markdownTable([`${name}:`, `${metricText(metric)}:`, "trials:", "diverged:"], rows),
  ].join("\n\n");
}

function introduction(values: AxisEffect["values"], replicates: number): string {
  if (replicates === 1) return "Mean of all settings that share the value.";
  const isBroken = values.some(({ objective }) => objective.ci95 === null);
  return [
    "Mean of all settings that share the value ± 95 % confidence interval over the replicates.",
    ...(isBroken ? ["Where a trial diverged or failed: the mean of the others, without an interval."] : []),
  ].join(" ");
}
