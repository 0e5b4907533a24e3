import { isConditionPath } from "../../../results/comparisons/conditions.ts";
import { figureText } from "../../../results/figure-text.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { AxisEffect, Results } from "../../../results/results.ts";
import { axisName, shownText } from "../../../results/setting-text.ts";
import type { Picture } from "../picture.ts";
import { fileWord } from "./file-word.ts";
import { pairMap, type PairCell } from "./pair-map.ts";
import { pairChart } from "./pair-chart.ts";

/** More maps than this would be too many to compare. */
const MOST_MAPS = 6;

/** Returns a map of the objective for each pair of axes whose grid is complete enough, in the order of the axes. */
export function pairPictures(results: Results): Picture[] {
  const { effects } = results;
  return effects
    .flatMap((first, i) => effects.slice(i + 1).flatMap((second) => pairPicture(first, second, results)))
    .slice(0, MOST_MAPS);
}

function pairPicture(first: AxisEffect, second: AxisEffect, results: Results): Picture[] {
  const [across, down] = first.values.length >= second.values.length ? [first, second] : [second, first];
  const cells = pairMap(across, down, results);
  const known = cells.filter((cell): cell is Known => cell.mean !== null);
  if (known.length < 2) return [];
  const { columns, experiment } = results;
  const words = [across, down].map(({ path }) => fileWord(path, columns));
  const names = [across, down].map(({ path }) => axisName(path, columns));
  return [
    {
      name: `map-${words.join("-")}`,
      alt: `${experiment.name}: ${metricText(experiment.objective.metric, results)} by ${names.join(" and ")}`,
      caption: captionOf(known, { across, down }, results),
      drawing: pairChart(cells, { across, down }, results),
    },
  ];
}

type Known = PairCell & { readonly mean: number };

function captionOf(
  known: readonly Known[],
  { across, down }: { across: AxisEffect; down: AxisEffect },
  { columns, experiment: { objective } }: Results,
): string {
  const sign = objective.goal === "maximize" ? 1 : -1;
  const ranked = known.toSorted((a, b) => sign * (b.mean - a.mean));
  const textOf = ({ column, row, mean }: Known): string => {
    const place = [
      `${axisName(across.path, columns)} = ${shownText(across.values[column]!.value)}`,
      `${axisName(down.path, columns)} = ${shownText(down.values[row]!.value)}`,
    ];
    return `${place.join(", ")}: ${figureText(objective.metric, mean)}`;
  };
  const [first, last] = [textOf(ranked[0]!), textOf(ranked.at(-1)!)];
  return [across, down].some(({ path }) => isConditionPath(path, objective.metric))
    ? `From ${first} to ${last}`
    : `Best at ${first}, worst at ${last}`;
}
