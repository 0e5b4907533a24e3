import type { Statistics } from "../../../math/statistics.ts";
import { intervalText } from "../../../results/figure-text.ts";
import { listText } from "../../../results/list-text.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { AxisEffect, Results, ValueEffect } from "../../../results/results.ts";
import { axisName, shownText } from "../../../results/setting-text.ts";
import type { Picture } from "../picture.ts";
import { effectSpec } from "./effect-spec.ts";
import { effectName } from "./effect-name.ts";

/** Returns the picture of what the values of an axis come to; none where fewer than two of them came to anything. */
export function axisEffectPicture(effect: AxisEffect, results: Results): Picture[] {
  const { columns, experiment } = results;
  if (effect.values.filter(({ objective }) => objective.mean !== null).length < 2) return [];
  const name = axisName(effect.path, columns);
  return [
    {
      name: effectName(effect.path, columns),
      alt: `${experiment.name}: effect of ${name} on ${metricText(experiment.objective.metric)}`,
      caption: captionOf(effect, name, results),
      drawing: effectSpec(effect, name, results),
    },
  ];
}

function captionOf({ values }: AxisEffect, name: string, { experiment, effects }: Results): string {
  const { objective } = experiment;
  const known = values.filter((value): value is Known => value.objective.mean !== null);
  const sign = objective.goal === "maximize" ? 1 : -1;
  const ranked = known.toSorted((a, b) => sign * (b.objective.mean - a.objective.mean));
  const textOf = ({ value, objective: figures }: Known): string =>
    `${name} = ${shownText(value)}: ${intervalText(objective.metric, figures)}`;
  const diverged = values
    .filter((value) => value.diverged > 0)
    .map(({ value, diverged, trials }) => `${name} = ${shownText(value)} (${diverged} of ${trials})`);
  return [
    `${effects.length > 1 ? "On average over the other axes best" : "Best"} at ${textOf(ranked[0]!)}, worst at ${textOf(ranked.at(-1)!)}`,
    ...(diverged.length > 0 ? [`diverged trials: ${listText(diverged, 5)}`] : []),
  ].join("; ");
}

interface Known extends ValueEffect {
  readonly objective: Statistics & { readonly mean: number };
}
