import type { Column } from "../spec/sweep.ts";
import { intervalText } from "../results/figure-text.ts";
import { metricText } from "../results/metric-text.ts";
import type { Results, Standing } from "../results/results.ts";
import { axisName, settingText, shownText } from "../results/setting-text.ts";
import { listText } from "../results/list-text.ts";
import { plainTable } from "./plain-table.ts";
import { replicatesText } from "./replicates-text.ts";
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
  const { columns, experiment } = results;
  const names = columns.map(({ path }) => axisName(path, columns));
  const headings = ["", ...names, metricText(experiment.objective.metric), "parameters", ""];
  const widest = Math.max(8, Math.floor((width - OTHER_COLUMNS) / Math.max(1, columns.length)));
  const rows = results.leaderboard.slice(0, MOST_ROWS).map((standing, i) => {
    return [i + 1, ...cellsOf(standing, results, { paint, widest })];
  });
  const alignments = headings.map((_, column) => (column === headings.length - 1 ? "left" : "right"));
  return plainTable([headings.map(paint.dim), ...rows], alignments);
}

function cellsOf(
  standing: Standing,
  { best, experiment }: Results,
  { paint, widest }: { paint: Paint; widest: number },
): (string | number)[] {
  const { configuration } = standing;
  const isBest = configuration === best;
  const isWhole = configuration.divergedEpochs.length + configuration.failed === 0;
  const figure = intervalText(experiment.objective.metric, configuration.objective) || "-";
  const status = statusText(standing, isBest);
  return [
    ...configuration.values.map((value) => clip(shownText(value), widest)),
    isBest ? paint.green(figure) : figure,
    configuration.parameters,
    isWhole ? status : paint.red(status),
  ];
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
  return [`not distinguishable from the best (95 %): ${listText(settings, 3)}`];
}
