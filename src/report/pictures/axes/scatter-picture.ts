import { meanText } from "../../../results/figure-text.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import { shownText } from "../../../results/setting-text.ts";
import type { Picture } from "../picture.ts";
import { fileWord } from "./file-word.ts";
import { scatterChart } from "./scatter-chart.ts";
import { searchedAxes } from "./searched-axes.ts";

/** Returns a picture for each axis of a search: every setting at its value and its result. */
export function scatterPictures(results: Results): Picture[] {
  const { best, columns, experiment } = results;
  const { metric } = experiment.objective;
  if (!best) return [];
  return searchedAxes(results).map((axis): Picture => {
    const value = shownText(best.values[axis.column] ?? null);
    return {
      name: `scatter-${fileWord(axis.path, columns)}`,
      alt: `${experiment.name}: ${metricText(metric, results)} of every setting by its ${axis.name}`,
      caption: `The large dot is the best setting, at ${axis.name} = ${value}: ${meanText(metric, best.objective)}`,
      drawing: scatterChart(axis, results),
    };
  });
}
