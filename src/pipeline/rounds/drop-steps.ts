import { lengthOf } from "../../configuration/kind-of.ts";
import { portrayedTrials } from "../../results/portrayed-trials.ts";
import type { Results } from "../../results/results.ts";
import type { Records } from "../../store/trial-store.ts";
import type { Plan } from "../../trials/plan.ts";
import { trialIdOf } from "../../trials/trial-id.ts";

/** Returns whether trials of a round may have to continue later, and their weights would not be kept otherwise. */
export function hasSteps({ experiment: { sweep, run }, configurations }: Plan): boolean {
  const whole = sweep.search?.ladder?.lengths.at(-1);
  if (whole === undefined || run.keep !== "none") return false;
  return configurations.some(({ configuration }) => lengthOf(configuration) < whole);
}

/**
 * Removes the weights that were kept only so that longer trials could continue from them, by this run or an interrupted one
 * before it: their records do not say that they were kept. Those of models that pictures show stay.
 */
export async function dropSteps(plan: Plan, results: Results, records: Records): Promise<void> {
  if (!results.complete || !hasSteps(plan)) return;
  const shown = new Set(portrayedTrials(results).map(({ trial }) => trial.id));
  const { sweep } = plan.experiment;
  const lengths = sweep.search?.ladder?.lengths.slice(0, -1) ?? [];
  for (const { prefixId, configuration } of plan.trials) {
    for (const length of lengths.filter((each) => each <= lengthOf(configuration))) {
      const id = trialIdOf(prefixId, length, sweep.folder.system);
      if (shown.has(id) || !records.hasWeights(prefixId, [length])) continue;
      if ((await records.read(id))?.kept === "none") await records.dropWeights(prefixId, length);
    }
  }
}
