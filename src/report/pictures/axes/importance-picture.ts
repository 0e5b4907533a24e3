import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import type { Chart, Mark } from "../chart.ts";
import { ACCENT, FAINT_INK, GREY } from "../colors.ts";
import type { Picture } from "../picture.ts";
import { sourceText } from "../../source-text.ts";

const WIDTH = 360;
const ROW_HEIGHT = 28;
const MOST_ROWS = 12;

/** Returns the picture of the sources of the differences; none without an analysis of variance. */
export function importancePicture(results: Results): Picture[] {
  const { variance, experiment } = results;
  const sources = variance?.rows ?? [];
  if (sources.length === 0) return [];
  const rows = sources
    .map((row) => ({
      label: sourceText(row, results),
      share: row.share,
      color: row.kind === "effect" ? ACCENT : GREY,
    }))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_ROWS)
    .map((row, i) => ({
      ...row,
      place: (i + 0.5) * ROW_HEIGHT,
      length: row.share * WIDTH,
      percent: percent(row.share),
    }));
  const metric = metricText(experiment.objective.metric, results);
  const drawing: Chart = {
    title: `Sources of the differences in ${metric}`,
    subtitle:
      "share of the sum of squares in the analysis of variance; grey: noise and interactions of more than two axes",
    size: { width: WIDTH, height: ROW_HEIGHT * rows.length },
    marks: rows.flatMap(({ label, place, length, color, percent }): Mark[] => [
      { mark: "text", x: -10, y: place, text: label, anchor: "end" },
      { mark: "box", x: 0, y: place - 8, width: length, height: 16, color },
      { mark: "text", x: length + 8, y: place, text: percent, color: FAINT_INK },
    ]),
  };
  const caption = rows
    .slice(0, 3)
    .map(({ label, percent }) => `${label}: ${percent}`)
    .join("; ");
  return [
    {
      name: "importance",
      alt: `${experiment.name}: sources of the differences in ${metric}`,
      caption,
      drawing,
    },
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
