import { meanText } from "../../../results/figure-text.ts";
import { lengthUnit } from "../../../results/length-unit.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import { settingText } from "../../../results/setting-text.ts";
import { counted } from "../../../text/counted.ts";
import type { Picture } from "../picture.ts";
import { learningCurves, type LearningCurve } from "./learning-curves.ts";
import { curvesChart } from "./curves-chart.ts";
import { largestOf, smallestOf } from "../../../math/extremes.ts";

/** Returns the picture of the objective's metric over the epochs of each configuration; none where there is none. */
export function curvesPicture(results: Results): Picture[] {
  const curves = learningCurves(results);
  if (curves.length === 0) return [];
  const { experiment } = results;
  const metric = metricText(experiment.objective.metric, results);
  return [
    {
      name: "learning-curves",
      alt: `${experiment.name}: ${metric} by ${lengthUnit(results)}, ${counted(curves.length, "curve")}`,
      caption: captionOf(curves, results),
      drawing: curvesChart(curves, results),
    },
  ];
}

function captionOf(curves: readonly LearningCurve[], results: Results): string {
  const { experiment, columns } = results;
  const { metric } = experiment.objective;
  const [best] = curves;
  const lengthOf = ({ ends }: LearningCurve): string => durationText(ends, lengthUnit(results));
  const endOf = ({ points }: LearningCurve): string => meanText(metric, points.at(-1)!);
  const end = `${settingText(best!.configuration, columns)} ${best!.diverged ? "diverged" : `ends at ${endOf(best!)} after ${lengthOf(best!)}`}`;
  const worst = curves.findLast(({ diverged }) => !diverged);
  const diverged = curves.filter((curve) => curve.diverged).length;
  return [
    end,
    ...(worst && worst !== best
      ? [
          `, ${settingText(worst.configuration, columns)} at ${endOf(worst)}`,
          ...(lengthOf(worst) === lengthOf(best!) ? [] : [` after ${lengthOf(worst)}`]),
        ]
      : []),
    ...(diverged > 0 ? [`; ${diverged} of ${curves.length} settings diverged (×)`] : []),
  ].join("");
}

/** Returns how long replicates trained: "30 epochs", "14 to 30 epochs". */
function durationText(ends: readonly number[], unit: "epoch" | "step"): string {
  const [least, most] = [smallestOf(ends), largestOf(ends)];
  return `${least === most ? "" : `${least} to `}${counted(most, unit)}`;
}
