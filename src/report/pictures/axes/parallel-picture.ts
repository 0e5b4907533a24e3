import { canonicalJson } from "../../../data/canonical-json.ts";
import { meanText } from "../../../results/figure-text.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import { axisName, settingText, shownText } from "../../../results/setting-text.ts";
import { metricScale } from "../plot-scale.ts";
import { tickText } from "../value-axis.ts";
import type { Picture } from "../picture.ts";
import { axisPlaces } from "./axis-places.ts";
import { parallelChart, type ParallelAxis, type ParallelLine } from "./parallel-chart.ts";

/** With two axes a map shows more. */
const FEWEST_AXES = 3;
const MOST_LINES = 200;
const MOST_LABELS = 12;

/** Returns the picture with a line for each setting through the values of all axes to its result. */
export function parallelPicture(results: Results): Picture[] {
  const { effects, leaderboard, experiment, columns } = results;
  const known = leaderboard
    .map(({ configuration }) => configuration)
    .filter(({ objective, values }) => objective.mean !== null && !values.includes(null));
  if (effects.length < FEWEST_AXES || known.length < FEWEST_AXES) return [];
  const metric = metricText(experiment.objective.metric, results);
  const axes = effects.map(({ path, values }) => ({
    column: columns.findIndex((column) => column.path === path),
    keys: values.map(({ value }) => canonicalJson(value)),
    places: axisPlaces(values.map(({ value }) => value)).places,
  }));
  const scale = metricScale(
    experiment.objective.metric,
    known.map(({ objective }) => objective.mean!),
  );
  const lines = thin(known).map(({ values, objective }): ParallelLine => ({
    places: [
      ...axes.map(({ column, keys, places }) => places[keys.indexOf(canonicalJson(values[column]))]!),
      scale.share(objective.mean!),
    ],
  }));
  const drawn: ParallelAxis[] = [
    ...effects.map(({ path, values }, i) => ({
      name: axisName(path, columns),
      labels:
        values.length > MOST_LABELS
          ? []
          : values.map(({ value }, v) => ({ text: shownText(value), place: axes[i]!.places[v]! })),
    })),
    {
      name: metric,
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

/** Returns the first and others at even distances. */
function thin<Item>(ranked: readonly Item[]): Item[] {
  const stride = Math.ceil(ranked.length / MOST_LINES);
  return ranked.filter((_, rank) => rank % stride === 0);
}
