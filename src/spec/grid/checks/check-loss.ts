import type { Loss, OutputActivation } from "../../../fields/configuration.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Cell } from "../../sweep.ts";
import { statement } from "../../../statement.ts";

/** Outputs with which a loss has a gradient for backpropagation. */
const OUTPUTS: Readonly<Record<Loss, readonly OutputActivation[]>> = {
  quadratic: ["sigmoid", "identity"],
  mse: ["sigmoid", "identity"],
  huber: ["identity"],
  hinge: ["identity"],
  crossEntropy: ["softmax"],
  binaryCrossEntropy: ["sigmoid"],
};

/**
 * Returns the losses that meet an output, somewhere in the grid, with which they cannot be trained.
 *
 * @param pairs Losses and outputs that occur together.
 */
export function checkLoss(pairs: Iterable<readonly [Cell<Loss>, Cell<OutputActivation>]>): Problem[] {
  const problems = new Map<Cell, Problem>();
  for (const [lossCell, outputCell] of pairs) {
    const [loss, output] = [lossCell.value, outputCell.value];
    const place = lossCell.place ?? outputCell.place;
    if (!place || OUTPUTS[loss].includes(output) || problems.has(lossCell)) continue;
    const needed = { verb: "needs", allowed: `output: ${OUTPUTS[loss].join(" or ")}`, found: output };
    const wrong = statement(
      "loss-needs-output",
      { subject: `loss: ${loss}`, ...needed },
      hintFor(loss, output),
    );
    problems.set(lossCell, errorAt(place, wrong));
  }
  return [...problems.values()];
}

function hintFor(loss: Loss, output: OutputActivation): string {
  const losses = Object.keys(OUTPUTS).filter((name) => OUTPUTS[name as Loss].includes(output));
  return `Write output: ${OUTPUTS[loss][0]} below architecture, or loss: ${losses.join(" or ")}`;
}
