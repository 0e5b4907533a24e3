import { leaderboardColumns } from "../../report/leaderboard-columns.ts";
import { settingColumns, type SettingColumn } from "../../report/tables/setting-columns.ts";
import { leaderboardText } from "../../report/terminal/leaderboard-text.ts";
import type { Screen } from "../../report/terminal/screen.ts";
import type { Board } from "../../results/board.ts";
import { chooseColumns } from "./choose-columns.ts";
import { formOf, renderView } from "./render-view.ts";
import type { ShowOptions } from "./show-options.ts";
import { sortRows } from "./sort-rows.ts";

/**
 * Returns the settings of a board in the form that is asked for, in pieces: for people those columns that say something,
 * for programs all of them, unless columns are named.
 * @throws {GridientError} E_USAGE if there is no such metric or column.
 */
export function showSettings(board: Board, options: ShowOptions, screen: Screen): Iterable<string> {
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
      ? telling(board, all, sort)
      : all;
  return renderView({ columns: chosen, rows: standings.slice(0, top) }, "settings", board, { form, screen });
}

/** The columns of a leaderboard. */
function telling(board: Board, all: readonly SettingColumn[], sort: string | undefined): SettingColumn[] {
  const keys = ["rank", ...leaderboardColumns(board).map(({ key }) => key), sort, "status"];
  return all.filter(({ key, isAxis }) => isAxis || keys.includes(key));
}
