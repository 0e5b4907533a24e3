import { repetitionsText } from "../../spec/repetitions.ts";

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
