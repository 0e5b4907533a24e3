import { updateAdagrad } from "./adagrad.ts";
import { updateAdam } from "./adam.ts";
import { updateMomentum } from "./momentum.ts";
import { updateNesterov } from "./nesterov.ts";
import type { OptimizerName } from "../../spec/experiment.ts";
import { updateRmsprop } from "./rmsprop.ts";
import { updateSgd } from "./sgd.ts";
import type { UpdateRule } from "./update-rule.ts";

const RULES: Readonly<Record<OptimizerName, UpdateRule>> = {
  sgd: { state: [], update: updateSgd },
  momentum: { state: ["velocity"], update: updateMomentum },
  nesterov: { state: ["velocity"], update: updateNesterov },
  adagrad: { state: ["squares"], update: updateAdagrad },
  rmsprop: { state: ["squares"], update: updateRmsprop },
  adam: { state: ["mean", "squares"], update: updateAdam },
  adamw: { state: ["mean", "squares"], update: updateAdam }, // the decay of the weights is a step of its own
};

/** Returns the rule by which an optimizer moves parameters. */
export function ruleOf(name: OptimizerName): UpdateRule {
  return RULES[name];
}
