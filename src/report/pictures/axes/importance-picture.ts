import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import { searchImportance } from "../../../results/search/search-importance.ts";
import { axisName } from "../../../results/setting-text.ts";
import type { Chart, Mark } from "../chart.ts";
import { ACCENT, FAINT_INK, GREY } from "../colors.ts";
import type { Picture } from "../picture.ts";
import { sourceText } from "../../source-text.ts";

const WIDTH = 360;
const ROW_HEIGHT = 28;
const MOST_ROWS = 12;

/** A random forest that explains less than this share of what it has not seen says nothing about axes. */
const LEAST_EXPLAINED = 0.2;

/** Returns the picture of the sources of the differences; none without an analysis of variance, or a forest that explains them. */
export function importancePicture(results: Results): Picture[] {
  return results.experiment.sweep.search ? searchPicture(results) : gridPicture(results);
}

function gridPicture(results: Results): Picture[] {
  const sources = results.variance?.rows ?? [];
  if (sources.length === 0) return [];
  const rows = sources.map((row) => ({
    label: sourceText(row, results),
    share: row.share,
    color: row.kind === "effect" ? ACCENT : GREY,
  }));
  const subtitle =
    "share of the sum of squares in the analysis of variance; grey: noise and interactions of more than two axes";
  return [barsPicture(rows, subtitle, results)];
}

function searchPicture(results: Results): Picture[] {
  const found = searchImportance(results);
  if (!found || found.explained < LEAST_EXPLAINED) return [];
  const { axes, explained } = found;
  const alone = axes.reduce((sum, { share }) => sum + share, 0);
  const rows = [
    ...axes.map(({ path, share }) => ({ label: axisName(path, results.columns), share, color: ACCENT })),
    { label: "several axes together", share: Math.max(0, 1 - alone), color: GREY },
  ];
  const seen = `${Math.round(100 * explained)} % of the variance that it has not seen`;
  const subtitle = `share of the variance over the whole space, by a random forest (it explains ${seen})`;
  return [barsPicture(rows, subtitle, results)];
}

interface Bar {
  readonly label: string;
  readonly share: number;
  readonly color: string;
}

function barsPicture(bars: readonly Bar[], subtitle: string, results: Results): Picture {
  const { experiment } = results;
  const rows = bars
    .toSorted((a, b) => b.share - a.share)
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
    subtitle,
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
  const alt = `${experiment.name}: sources of the differences in ${metric}`;
  return { name: "importance", alt, caption, drawing };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
