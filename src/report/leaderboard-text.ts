import type { Column } from "../spec/sweep.ts";
import { metricText } from "../results/metric-text.ts";
import type { Results, Standing } from "../results/results.ts";
import { axisName, settingText, shownText } from "../results/setting-text.ts";
import { listText } from "../results/list-text.ts";
import { leaderboardColumns } from "./leaderboard-columns.ts";
import { plainTable } from "./plain-table.ts";
import { replicatesText } from "./summary/replicates-text.ts";
import { statusText } from "./status-text.ts";
import { wrapText } from "./wrap-text.ts";

/** Colours of a terminal; each returns its text unchanged where there are none. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly red: (text: string) => string;
}

const MOST_ROWS = 10;
/** What there is room for. */
const NARROW: readonly string[] = ["objective", "difference", "parameters"];
/** What the columns beside the axes take. */
const OTHER_COLUMNS = 60;

/** Returns the leaderboard for a terminal `width` characters wide: the ten best, the diverged ones, ties, warnings. */
export function leaderboardText(results: Results, { paint, width }: { paint: Paint; width: number }): string {
  const { experiment, leaderboard, warnings } = results;
  const { metric, at } = experiment.objective;
  const title = `${metricText(metric)} at the ${at} epoch, ${replicatesText(experiment.replicates.count)}`;
  const hidden = leaderboard.slice(MOST_ROWS);
  return [
    `${paint.bold(experiment.name)}  ${title}`,
    table(results, { paint, width }),
    ...(hidden.length > 0 ? [paint.dim(`... and ${hidden.length} more in trials.csv`)] : []),
    ...divergedLine(hidden, results.columns, paint),
    ...tiesLine(results).map((line) => wrapText(line, width, "  ")),
    ...warnings.map(({ message }) => `${paint.yellow("!")} ${wrapText(message, width - 2, "  ")}`),
  ].join("\n");
}

function table(results: Results, { paint, width }: { paint: Paint; width: number }): string {
  const { columns } = results;
  const figures = leaderboardColumns(results).filter(({ key }) => NARROW.includes(key));
  const names = columns.map(({ path }) => axisName(path, columns));
  const headings = ["", ...names, ...figures.map(({ heading }) => heading), ""];
  const widest = Math.max(8, Math.floor((width - OTHER_COLUMNS) / Math.max(1, columns.length)));
  const rows = results.leaderboard
    .slice(0, MOST_ROWS)
    .map((standing, i) => [
      i + 1,
      ...standing.configuration.values.map((value) => clip(shownText(value), widest)),
      ...figures.map(({ key, cellOf }) => emphasize(cellOf(standing), { key, standing, results, paint })),
      statusCell(standing, results, paint),
    ]);
  const alignments = headings.map((_, column) => (column === headings.length - 1 ? "left" : "right"));
  return plainTable([headings.map(paint.dim), ...rows], alignments);
}

function emphasize(
  text: string,
  { key, standing, results, paint }: { key: string; standing: Standing; results: Results; paint: Paint },
): string {
  return key === "objective" && standing.configuration === results.best ? paint.green(text) : text;
}

function statusCell(standing: Standing, results: Results, paint: Paint): string {
  const { divergedEpochs, failed } = standing.configuration;
  const status = statusText(standing, results);
  return divergedEpochs.length + failed === 0 ? status : paint.red(status);
}

function clip(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

function divergedLine(hidden: readonly Standing[], columns: readonly Column[], paint: Paint): string[] {
  const diverged = hidden.filter(({ configuration }) => configuration.divergedEpochs.length > 0);
  if (diverged.length === 0) return [];
  const settings = diverged.map(({ configuration }) => settingText(configuration, columns));
  return [`${paint.red("diverged:")} ${listText(settings, 10)}`];
}

function tiesLine({ leaderboard, columns }: Results): string[] {
  const ties = leaderboard.filter(({ tiesWithBest }) => tiesWithBest);
  if (ties.length === 0) return [];
  const settings = ties.map(({ configuration }) => settingText(configuration, columns));
  return [`not distinguishable from the best: ${listText(settings, 3)}`];
}
