import type { Board, BoardStanding } from "../results/board.ts";
import { lengthUnit } from "../results/length-unit.ts";
import { isWinner } from "../results/winners.ts";
import { metricNamed } from "../spec/metrics.ts";
import { epochsText } from "./epochs-text.ts";

/** Returns what a row of the leaderboard says beside its figures: "best", "tie", "2 of 3 diverged at epoch 1". */
export function statusText(
  standing: Pick<BoardStanding, "configuration" | "place" | "tiesWithBest">,
  board: Pick<Board, "baseline" | "metrics" | "experiment">,
): string {
  const { configuration, tiesWithBest } = standing;
  const { baseline, experiment } = board;
  const { trials, divergedEpochs, failed, objective } = configuration;
  const diverged = divergedEpochs.length;
  const late = trials.length - objective.n - diverged - failed;
  const isLength = metricNamed(experiment.objective.metric).quantity === "epochs";
  return [
    ...(isWinner(standing) ? ["best"] : tiesWithBest ? ["tie"] : []),
    ...(configuration === baseline ? ["baseline"] : []),
    ...(diverged > 0
      ? [`${shareOf(diverged, trials.length)}diverged at ${epochsText(divergedEpochs, lengthUnit(board))}`]
      : []),
    ...(late > 0 && isLength
      ? [
          `${shareOf(late, trials.length)}never reached the ${lengthUnit(board) === "step" ? "tolerance" : "target"}`,
        ]
      : []),
    ...(failed > 0 ? [`${shareOf(failed, trials.length)}failed`] : []),
  ].join("; ");
}

function shareOf(count: number, all: number): string {
  return all === 1 ? "" : `${count} of ${all} `;
}
