import type { Loss } from "../../../fields/configuration.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";
import { statement } from "../../../statement.ts";

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
    const needed = { verb: "needs", allowed: `loss: ${SMOOTHED.join(" or ")}`, found: loss };
    const hint = "Write labelSmoothing: 0, or another loss";
    const wrong = statement("smoothing-needs-loss", { subject: "labelSmoothing", ...needed }, hint);
    problems.set(share, errorAt(share.place, wrong));
  }
  return [...problems.values()];
}
