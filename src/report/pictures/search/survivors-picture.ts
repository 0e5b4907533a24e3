import { kindName, unitOf } from "../../../configuration/kind-of.ts";
import { figureText } from "../../../results/figure-text.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import type { RungCourse } from "../../../results/search/rung-course.ts";
import { settingText } from "../../../results/setting-text.ts";
import { capitalized, counted } from "../../../text/counted.ts";
import type { Picture } from "../picture.ts";
import { betterScale, isBeyond } from "./better-scale.ts";
import { SIZE, survivorsMarks, type Climb } from "./survivors-marks.ts";

/** Returns the picture of the rungs of a search: the result of every setting at each rung that it reached. */
export function survivorsPicture(rungs: readonly RungCourse[], results: Results): Picture[] {
  const { experiment, best } = results;
  const { metric, goal } = experiment.objective;
  const climbs = climbsOf(rungs);
  const values = valuesOf(climbs);
  if (values.length < 2 || climbs.every(({ steps }) => steps.length < 2)) return [];
  const scale = betterScale(metric, values, valuesOf(climbs.filter(({ steps }) => steps.length > 1)));
  const isCut = values.some((value) => isBeyond(value, scale));
  const hasDiverged = climbs.some(({ steps }) => steps.some(({ value }) => value === undefined));
  const isLowest = goal === "maximize";
  const unit = unitOf(kindName(experiment.base));
  const metricName = metricText(metric, results);
  return [
    {
      name: "survivors-by-rung",
      alt: `${experiment.name}: ${metricName} of every setting at each rung that it reached`,
      caption: captionOf(rungs, results),
      drawing: {
        title: `${capitalized(metricName)} by ${unit}s trained`,
        subtitle: [
          "line: a setting that continued; grey: one that did not; thick: the best",
          ...(isCut ? [`${isLowest ? "↓" : "↑"}: how many are worse`] : []),
          ...(hasDiverged ? ["×: diverged"] : []),
          ...(scale.type === "log" ? ["logarithmic scale"] : []),
        ].join("; "),
        size: SIZE,
        marks: survivorsMarks(climbs, {
          metric,
          scale,
          unit,
          best: best?.index,
          isLowest,
        }),
      },
    },
  ];
}

function climbsOf(rungs: readonly RungCourse[]): Climb[] {
  const steps = new Map<number, Climb["steps"][number][]>();
  for (const { length, reached } of rungs)
    for (const { index, value, continues } of reached)
      steps.set(index, [...(steps.get(index) ?? []), { length, value, continues }]);
  return [...steps].map(([index, own]) => ({ index, steps: own }));
}

function valuesOf(climbs: readonly Climb[]): number[] {
  return climbs.flatMap(({ steps }) => steps.flatMap(({ value }) => value ?? []));
}

/** Returns how the best setting began. */
function captionOf(
  rungs: readonly RungCourse[],
  { best, columns, experiment, configurations }: Results,
): string {
  const { metric, goal } = experiment.objective;
  const isBest = ({ index }: { index: number }): boolean => index === best?.index;
  const first = rungs.find(({ isFirst, reached }) => isFirst && reached.some(isBest));
  const began = first?.reached.find(isBest)?.value;
  const end = best?.objective.mean ?? undefined;
  if (!best || !first || began === undefined || end === undefined)
    return capitalized(counted(configurations.length, "setting"));
  const better = first.reached.filter(({ value }) => {
    return value !== undefined && (goal === "maximize" ? value > began : value < began);
  });
  const place = `number ${better.length + 1} of ${first.settings}`;
  const length = counted(first.length, unitOf(kindName(experiment.base)));
  return `The best setting, ${settingText(best, columns)}, ends at ${figureText(metric, end)}; after ${length} it was ${place}`;
}
