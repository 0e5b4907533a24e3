import { trialColumns } from "../../report/tables/trial-columns.ts";
import type { Screen } from "../../report/terminal/screen.ts";
import type { Board } from "../../results/board.ts";
import { readLastValues, readResults } from "../boards/read-results.ts";
import { requireResults } from "../boards/results-place.ts";
import type { Io } from "../console/io.ts";
import { screenFor } from "../console/screen-for.ts";
import { chooseColumns } from "./choose-columns.ts";
import { formOf, renderView } from "./render-view.ts";
import type { ShowOptions } from "./show-options.ts";
import { showSettings } from "./show-settings.ts";
import { sortRows } from "./sort-rows.ts";

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
