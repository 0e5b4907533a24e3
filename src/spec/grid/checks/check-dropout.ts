import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";

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
    const message = `Cannot train with dropout ${value} as there must be a hidden layer: hidden is []`;
    return errorAt(place!, {
      code: "dropout-needs-hidden-layer",
      message,
      hint: "Write hidden: [30] below architecture, or dropout: 0",
    });
  });
}
