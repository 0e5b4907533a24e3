import { leaderboardColumns } from "../../report/leaderboard-columns.ts";
import { settingColumns, type SettingColumn } from "../../report/tables/setting-columns.ts";
import { trialColumns } from "../../report/tables/trial-columns.ts";
import { leaderboardText } from "../../terminal/leaderboard-text.ts";
import type { Screen } from "../../terminal/screen.ts";
import type { Board } from "../../results/board.ts";
import type { Io } from "../console/io.ts";
import { screenFor } from "../console/screen-for.ts";
import { readLastValues, readResults } from "../../pipeline/read-results.ts";
import { formOf, renderView, type ShowOptions } from "./render-view.ts";
import { requireResults } from "./results-place.ts";
import { chooseColumns, sortRows } from "./sort-rows.ts";

/**
 * Shows a folder of results: its leaderboard, or its trials, for people or for programs. Returns the exit code.
 *
 * @param word A folder, a file in it, or an experiment by its name or file.
 * @throws {GridientError} E_USAGE if there are no such results, or no such metric or column in them.
 */
export async function show(word: string, options: ShowOptions, io: Io): Promise<number> {
  const screen = screenFor(io.stdout, io.env);
  const read = showsCurves(options, screen) ? readResults : readLastValues;
  const board = await read({ folder: requireResults(word, options.out) });
  const pieces = options.trials ? showTrials(board, options, screen) : showSettings(board, options, screen);
  for (const piece of pieces) io.stdout.write(piece);
  return 0;
}

/** Only a leaderboard for people draws what lies between the first epoch and the last. */
function showsCurves(options: ShowOptions, { glyphs }: Screen): boolean {
  return glyphs !== undefined && !options.trials && formOf(options) === "text";
}

function showTrials(board: Board, options: ShowOptions, screen: Screen): Iterable<string> {
  const all = trialColumns(board);
  const trials = board.configurations.flatMap((configuration) => configuration.trials);
  const rows = sortRows(trials, all, board, options).slice(0, options.top);
  const columns = options.columns ? chooseColumns(all, options.columns) : all;
  return renderView({ columns, rows }, "trials", board, { form: formOf(options), screen });
}

/**
 * Returns the settings of a board in the selected form, in pieces: for people the columns with information, for
 * programs all columns, unless columns are named.
 * @throws {GridientError} E_USAGE if there is no such metric or column.
 */
function showSettings(board: Board, options: ShowOptions, screen: Screen): Iterable<string> {
  const all = settingColumns(board);
  const form = formOf(options);
  const { sort, top } = options;
  const { metric } = board.experiment.objective;
  const isRanked = sort === undefined || sort === metric;
  const standings = isRanked ? board.leaderboard : sortRows(board.leaderboard, all, board, options);
  if (form === "text" && !options.columns) {
    const more = isRanked ? [] : all.filter(({ key }) => key === sort);
    return [`${leaderboardText(board, screen, { standings, top, more })}\n`];
  }
  const chosen = options.columns
    ? chooseColumns(all, options.columns)
    : form === "md"
      ? informative(board, all, sort)
      : all;
  return renderView({ columns: chosen, rows: standings.slice(0, top) }, "settings", board, { form, screen });
}

/** The columns of a leaderboard. */
function informative(board: Board, all: readonly SettingColumn[], sort: string | undefined): SettingColumn[] {
  const keys = ["rank", ...leaderboardColumns(board).map(({ key }) => key), sort, "status"];
  return all.filter(({ key, isAxis }) => isAxis || keys.includes(key));
}
