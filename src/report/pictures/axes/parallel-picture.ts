import { canonicalJson } from "../../../data/canonical-json.ts";
import { meanText } from "../../../results/figure-text.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import { axisName, settingText, shownText } from "../../../results/setting-text.ts";
import { metricScale } from "../plot-scale.ts";
import { tickText } from "../value-axis.ts";
import type { Picture } from "../picture.ts";
import { axisPlaces } from "./axis-places.ts";
import { searchedAxes, type SearchedAxis } from "./searched-axes.ts";
import { parallelChart, type ParallelAxis, type ParallelLine } from "./parallel-chart.ts";

/** With two axes a map shows more. */
const FEWEST_AXES = 3;
const MOST_LINES = 200;
const MOST_LABELS = 12;

/** Returns the picture with a line for each setting through the values of all axes to its result. */
export function parallelPicture(results: Results): Picture[] {
  const { leaderboard, experiment, columns } = results;
  const axes = experiment.sweep.search ? searchedAxes(results) : gridAxes(results);
  const known = leaderboard
    .map(({ configuration }) => configuration)
    .filter(({ objective, values }) => {
      return objective.mean !== null && axes.every(({ column }) => values[column] !== null);
    });
  if (axes.length < FEWEST_AXES || known.length < FEWEST_AXES) return [];
  const metric = metricText(experiment.objective.metric, results);
  const scale = metricScale(
    experiment.objective.metric,
    known.map(({ objective }) => objective.mean!),
  );
  const lines = thin(known).map(({ values, objective }): ParallelLine => ({
    places: [...axes.map(({ column, placeOf }) => placeOf(values[column]!)), scale.share(objective.mean!)],
  }));
  const drawn: ParallelAxis[] = [
    ...axes,
    {
      name: metric,
      isListed: false,
      labels: scale.ticks.map((tick) => ({
        text: tickText(experiment.objective.metric, tick),
        place: scale.share(tick),
      })),
    },
  ];
  const best = known[0]!;
  return [
    {
      name: "parallel-coordinates",
      alt: `${experiment.name}: every setting as a line through its values to its ${metric}`,
      caption: `The thick line is the best setting, ${settingText(best, columns)}: ${meanText(experiment.objective.metric, best.objective)}`,
      drawing: parallelChart(drawn, lines, { title: `From settings to ${metric}`, settings: known.length }),
    },
  ];
}

function gridAxes({ effects, columns }: Results): SearchedAxis[] {
  return effects.map(({ path, values }) => {
    const { places, isLog } = axisPlaces(values.map(({ value }) => value));
    const keys = values.map(({ value }) => canonicalJson(value));
    const labels = values.map(({ value }, i) => ({ text: shownText(value), place: places[i]! }));
    return {
      path,
      column: columns.findIndex((column) => column.path === path),
      name: axisName(path, columns),
      isListed: true,
      isLog,
      labels: values.length > MOST_LABELS ? [] : labels,
      placeOf: (value) => places[keys.indexOf(canonicalJson(value))]!,
    };
  });
}

/** Returns the first and others at even distances. */
function thin<Item>(ranked: readonly Item[]): Item[] {
  const stride = Math.ceil(ranked.length / MOST_LINES);
  return ranked.filter((_, rank) => rank % stride === 0);
}
