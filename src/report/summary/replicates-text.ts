import { largestOf, smallestOf } from "../../math/extremes.ts";
import type { Board } from "../../results/board.ts";
import { repetitionsOf, repetitionsText } from "../../spec/repetitions.ts";

/**
 * Returns how a figure was computed from that many trials: "mean ± 95 % confidence interval of 3 replicates", "... of
 * 5 folds x 3 replicates".
 */
export function replicatesText(count: number, folds?: number): string {
  if (count === 1) return "one replicate";
  const repetitions = { count: count / (folds ?? 1), ...(folds !== undefined && { folds }) };
  const isWhole = Number.isInteger(repetitions.count); // a fold has fewer trials where one diverged
  const of = isWhole ? repetitionsText(repetitions) : `${count} trials`;
  return `mean ± 95 % confidence interval of ${of}`;
}

/** Returns how the figures of a board were computed; in a race, settings have different numbers of replicates. */
export function replicatesOfAll({ experiment: { replicates }, configurations }: Board): string {
  const counts = configurations.map(({ trials }) => trials.length).filter((count) => count > 0);
  const [least, most] = [smallestOf(counts), largestOf(counts)];
  if (counts.length === 0) return replicatesText(repetitionsOf(replicates), replicates.folds);
  if (least === most) return replicatesText(least, replicates.folds);
  return `mean ± 95 % confidence interval of ${least} to ${most} ${replicates.folds === undefined ? "replicates" : "trials"}`;
}
