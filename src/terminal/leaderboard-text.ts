import { lengthUnit } from "../results/length-unit.ts";
import { listText } from "../results/list-text.ts";
import { metricText } from "../results/metric-text.ts";
import type { About, Board, BoardStanding } from "../results/board.ts";
import { rootErrorOf, unitsText } from "../results/own-units.ts";
import { settingText } from "../results/setting-text.ts";
import { paragraphsOf } from "../text/paragraphs.ts";
import { visibleText } from "../text/visible-text.ts";
import { leaderboardColumns, type LeaderboardColumn } from "../report/leaderboard-columns.ts";
import { confirmationText } from "../report/summary/answer.ts";
import { replicatesOfAll } from "../report/summary/replicates-text.ts";
import { wrapText, fitTable } from "./fit-table.ts";
import { boardColumns } from "./board-columns.ts";
import type { Screen } from "./screen.ts";
import { largestOf } from "../math/extremes.ts";

/** Keys of the columns that there is room for. */
const NARROW: readonly string[] = ["difference", "fromBaseline", "parameters"];
const MOST_ROWS = 10;

/** The rows and columns that a leaderboard shows. */
export interface LeaderboardView {
  /** Default: by rank. */
  readonly standings?: readonly BoardStanding[];
  /** Default: 10. */
  readonly top?: number | undefined;
  /** Columns beside those that every leaderboard has. */
  readonly more?: readonly LeaderboardColumn[];
}

/**
 * Returns the leaderboard for a screen: the first rows, on a terminal with their curves and intervals, then
 * diverged ones of the others, what is undecided, what fresh replicates confirm, and warnings.
 */
export function leaderboardText(board: Board, screen: Screen, view: LeaderboardView = {}): string {
  const { standings = board.leaderboard, top = MOST_ROWS, more = [] } = view;
  const { experiment, warnings } = board;
  const { paint, width } = screen;
  const spell = screen.glyphs?.spell ?? ((text: string) => text);
  const figures = leaderboardColumns(board).filter(({ key }) => {
    const { metric } = experiment.objective;
    return key === metric || key === rootErrorOf(metric) || NARROW.includes(key);
  });
  const [shown, hidden] = [standings.slice(0, top), standings.slice(top)];
  const line = (text: string): string => wrapText(text, width, "  ");
  return [
    title(board, screen),
    ...tagsLine(experiment, screen),
    fitTable(boardColumns(board, shown, { figures: [...figures, ...more], screen }), screen),
    ...(hidden.length > 0 ? [paint.dim(`... and ${hidden.length} more in trials.csv`)] : []),
    ...divergedLine(hidden, board, screen),
    ...undecidedLine(board).map(line),
    ...confirmationLine(board).map((text) => line(spell(text))),
    ...warnings.map(({ message }) => `${paint.yellow("!")} ${wrapText(spell(message), width - 2, "  ")}`),
    ...paragraphsOf(experiment.notes ?? "").map((text) => line(spell(`note: ${text}`))),
  ].join("\n");
}

function tagsLine({ tags = [] }: About, { paint, width, glyphs }: Screen): string[] {
  if (tags.length === 0) return [];
  const text = `tags: ${tags.map(visibleText).join(", ")}`;
  return [paint.dim(wrapText(glyphs?.spell(text) ?? text, width, "  "))];
}

function title(board: Board, { paint, width, glyphs }: Screen): string {
  const { name, objective } = board.experiment;
  const measured = `${metricText(objective.metric, board)} at the ${objective.at} ${lengthUnit(board)}`;
  const units = board.metrics.some(({ isDerived }) => isDerived)
    ? `; RMSE in the units of ${unitsText(board)}`
    : "";
  const text = `${measured}, ${replicatesOfAll(board)}${units}`;
  const room = Math.max(20, width - name.length - 2);
  return `${paint.bold(name)}  ${wrapText(glyphs?.spell(text) ?? text, room, "  ")}`;
}

function divergedLine(
  hidden: readonly BoardStanding[],
  { columns }: Board,
  { paint, width }: Screen,
): string[] {
  const diverged = hidden.filter(({ configuration }) => configuration.divergedEpochs.length > 0);
  if (diverged.length === 0) return [];
  const settings = diverged.map(({ configuration }) => settingText(configuration, columns));
  const text = wrapText(`diverged: ${listText(settings, 10)}`, width, "  ");
  return [text.replace("diverged:", paint.red)];
}

/** Returns how many settings are undecided, and how many replicates would decide them. */
function undecidedLine({ leaderboard }: Board): string[] {
  const open = leaderboard.filter(({ toBest }) => toBest?.verdict === "undecided");
  if (open.length === 0) return [];
  const needed = open.map(({ toBest }) => toBest?.needed ?? Infinity);
  const most = largestOf(needed);
  const advice =
    most === Infinity ? "" : `: about ${most} replicates would decide ${open.length === 1 ? "it" : "all"}`;
  return [`${open.length} undecided against the best${advice}`];
}

function confirmationLine(board: Board): string[] {
  const text = confirmationText(board);
  return text === "" ? [] : [text];
}
