import { valuesOf, type Draft } from "./draft.ts";
import type { Loss, OutputActivation } from "./experiment.ts";
import type { Problem } from "./problem.ts";
import { errorAt } from "./source-text.ts";

/** Outputs for which a loss has the gradient that backpropagation starts from. */
const OUTPUTS: Readonly<Record<Loss, readonly OutputActivation[]>> = {
  quadratic: ["sigmoid", "identity"],
  mse: ["sigmoid", "identity"],
  crossEntropy: ["softmax"],
  binaryCrossEntropy: ["sigmoid"],
};

/** Returns the losses that meet an output, somewhere in the grid, which they do not go with. */
export function checkLoss(draft: Draft): Problem[] {
  const outputs = valuesOf(draft, "architecture.output");
  const problems: Problem[] = [];
  for (const { value, place } of valuesOf(draft, "loss")) {
    const loss = value as Loss;
    const misfit = outputs.find((output) => !OUTPUTS[loss].includes(output.value as OutputActivation));
    const where = place ?? misfit?.place;
    if (!misfit || !where) continue;
    const output = misfit.value as OutputActivation;
    const needed = OUTPUTS[loss].join(" or ");
    const message = `Cannot train with loss ${loss} as its output must be ${needed}: ${output}`;
    problems.push(errorAt(where, { message, hint: hintFor(loss, output) }));
  }
  return problems;
}

function hintFor(loss: Loss, output: OutputActivation): string {
  const losses = Object.keys(OUTPUTS).filter((name) => OUTPUTS[name as Loss].includes(output));
  return `Write output: ${OUTPUTS[loss][0]} below architecture, or loss: ${losses.join(" or ")}`;
}
