import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";
import { statement } from "../../../statement.ts";

/**
 * Returns the shares of dropout that meet, somewhere in the grid, a network without hidden units to leave out.
 *
 * @param pairs Shares and hidden layers that occur together.
 */
export function checkDropout(pairs: Iterable<readonly [Cell<number>, Cell<readonly number[]>]>): Problem[] {
  const idle = new Set<Cell<number>>();
  for (const [dropout, hidden] of pairs) {
    const isIdle = dropout.value !== 0 && hidden.value.length === 0;
    if (isIdle && dropout.place) idle.add(dropout);
  }
  return [...idle].map(({ value, place }) => {
    const needed = { verb: "needs", allowed: "a hidden layer", found: "hidden: []" };
    const hint = "Write hidden: [30] below architecture, or dropout: 0";
    const rule = { subject: `dropout: ${value}`, ...needed };
    return errorAt(place!, statement("dropout-needs-hidden-layer", rule, hint));
  });
}
