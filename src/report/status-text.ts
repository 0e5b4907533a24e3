import type { Board, BoardStanding } from "../results/board.ts";
import { lengthUnit } from "../results/length-unit.ts";
import { measuredTrials } from "../results/replicates/measured-trials.ts";
import type { Comparison } from "../results/results.ts";
import { isWinner } from "../results/winners.ts";
import { metricNamed } from "../metrics/metrics.ts";

/** Returns the status of a row of the leaderboard: "best", "tie", "undecided (20)", "2 of 3 diverged at epoch 1". */
export function statusText(
  standing: Pick<BoardStanding, "configuration" | "place" | "toBest">,
  board: Pick<Board, "baseline" | "metrics" | "experiment">,
): string {
  const { configuration, toBest } = standing;
  const { baseline, experiment } = board;
  const { trials, divergedEpochs, failed, objective } = configuration;
  const diverged = divergedEpochs.length;
  const late = trials.length - measuredTrials(objective) - diverged - failed;
  const isLength = metricNamed(experiment.objective.metric).quantity === "epochs";
  return [
    ...(isWinner(standing) ? ["best"] : verdictWords(toBest)),
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

function verdictWords({ verdict, needed }: Partial<Comparison> = {}): string[] {
  if (verdict === undefined) return [];
  return [needed === undefined ? verdict : `${verdict} (${needed})`];
}

function shareOf(count: number, all: number): string {
  return all === 1 ? "" : `${count} of ${all} `;
}

const MOST_LISTED = 3;

/** Returns epochs, or steps, for people, each once: "epoch 3", "epochs 1, 4", and of many only the first and the last. */
export function epochsText(epochs: readonly number[], unit: "epoch" | "step"): string {
  const different = [...new Set(epochs)].sort((a, b) => a - b);
  if (different.length === 1) return `${unit} ${different[0]}`;
  if (different.length <= MOST_LISTED) return `${unit}s ${different.join(", ")}`;
  return `${unit}s ${different[0]} to ${different.at(-1)}`;
}
