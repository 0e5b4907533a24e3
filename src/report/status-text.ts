import type { Board, BoardStanding } from "../results/board.ts";
import { lengthUnit } from "../results/length-unit.ts";
import { epochsText } from "./epochs-text.ts";

/** Returns what a row of the leaderboard says beside its figures: "best", "tie", "2 of 3 diverged at epoch 1". */
export function statusText(
  { configuration, tiesWithBest }: Pick<BoardStanding, "configuration" | "tiesWithBest">,
  board: Pick<Board, "best" | "baseline" | "metrics">,
): string {
  const { best, baseline } = board;
  const { trials, divergedEpochs, failed } = configuration;
  const diverged = divergedEpochs.length;
  return [
    ...(configuration === best ? ["best"] : tiesWithBest ? ["tie"] : []),
    ...(configuration === baseline ? ["baseline"] : []),
    ...(diverged > 0
      ? [`${shareOf(diverged, trials.length)}diverged at ${epochsText(divergedEpochs, lengthUnit(board))}`]
      : []),
    ...(failed > 0 ? [`${shareOf(failed, trials.length)}failed`] : []),
  ].join("; ");
}

function shareOf(count: number, all: number): string {
  return all === 1 ? "" : `${count} of ${all} `;
}
