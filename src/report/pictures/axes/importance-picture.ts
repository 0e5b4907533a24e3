import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import { chartSpec } from "../chart-spec.ts";
import { ACCENT, GREY, INK } from "../colors.ts";
import type { Picture } from "../picture.ts";
import { LETTER_WIDTH, pixels, ROW_COLOR } from "../plot-frame.ts";
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
  const longest = Math.max(...rows.map(({ label }) => label.length));
  const drawing = chartSpec({
    title: `Sources of the differences in ${metric}`,
    subtitle:
      "share of the sum of squares in the analysis of variance; grey: noise and interactions of more than two axes",
    size: { width: WIDTH, height: ROW_HEIGHT * rows.length },
    room: { left: 24 + Math.ceil(LETTER_WIDTH * longest), right: 60, bottom: 16 },
    encoding: { y: pixels("place") },
    layers: [
      {
        data: { values: rows },
        mark: { type: "bar", height: 16 },
        encoding: { x: pixels("length"), x2: { value: 0 }, color: ROW_COLOR },
      },
      {
        data: { values: rows },
        mark: { type: "text", dx: 8 },
        encoding: { x: pixels("length"), text: { field: "percent" } },
      },
      {
        data: { values: rows },
        mark: { type: "text", align: "right", color: INK },
        encoding: { x: { value: -10 }, text: { field: "label" } },
      },
    ],
  });
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
