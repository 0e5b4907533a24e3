import type { Loss } from "../../../fields/configuration.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";

/** Losses whose targets are probabilities. */
const SMOOTHED: readonly Loss[] = ["crossEntropy", "binaryCrossEntropy"];

/**
 * Returns the shares of label smoothing that meet, somewhere in the grid, a loss without probabilities.
 *
 * @param pairs Shares and losses that occur together.
 */
export function checkLabelSmoothing(pairs: Iterable<readonly [Cell<number>, Cell<Loss>]>): Problem[] {
  const problems = new Map<Cell, Problem>();
  for (const [share, { value: loss }] of pairs) {
    const isIdle = share.value === 0 || SMOOTHED.includes(loss);
    if (isIdle || !share.place || problems.has(share)) continue;
    const message = `Cannot smooth labels as the loss must be ${SMOOTHED.join(" or ")}: ${loss}`;
    problems.set(
      share,
      errorAt(share.place, {
        code: "smoothing-needs-loss",
        message,
        hint: "Write labelSmoothing: 0, or another loss",
      }),
    );
  }
  return [...problems.values()];
}
