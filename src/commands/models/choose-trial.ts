import { GridientError } from "../../errors.ts";
import { portrayedTrials } from "../../results/portrayed-trials.ts";
import type { Results } from "../../results/results.ts";
import type { Plan } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";
import { readersCommand } from "../console/readers-command.ts";
import { findTrial } from "../reading/find-trial.ts";

/**
 * Returns the trial that a word names: its number, the beginning of its id, or `best`: the best replicate of the best
 * configuration, which its pictures show, too.
 * @throws {GridientError} E_USAGE if there is none, or if it is not known yet which is best.
 */
export function chooseTrial(word: string, plan: Plan, results: Results): Trial {
  if (word !== "best") return findTrial(plan, word);
  const [best] = portrayedTrials(results);
  if (best) return best.trial;
  const { file, set } = plan.experiment;
  const missing = results.trials.filter(({ record }) => !record).length;
  const [rule, found] =
    missing > 0
      ? ["every trial must have its record", `${missing} of ${plan.trials.length} have none`]
      : ["one of them must have a value of the objective", "all have diverged"];
  throw new GridientError("E_USAGE", `Cannot tell the best trial of ${file} as ${rule}: ${found}`, {
    hint: `Name a trial by its number, or train them: ${readersCommand("sweep", [file], set)}`,
  });
}
