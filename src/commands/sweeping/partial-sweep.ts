import type { Run } from "../../pipeline/run-experiment.ts";
import type { Results } from "../../results/results.ts";
import { readersCommand } from "../console/readers-command.ts";

/** Returns what was trained of a part of an experiment: no row without a figure, no advice on the whole. */
export function withoutMissing(results: Results): Results {
  const leaderboard = results.leaderboard.filter(({ configuration }) => {
    return configuration.failed < configuration.trials.length;
  });
  return { ...results, leaderboard, warnings: [] };
}

/** Says that the results stay, and how to get the rest. */
export function unchangedText({ plan, outcomes }: Run): string {
  const { file, set = [] } = plan.experiment;
  const missing = plan.trials.filter(({ id }) => !outcomes.has(id)).length;
  const rest = readersCommand("sweep", [file], set);
  return `unchanged, ${missing} of ${plan.trials.length} trials not trained yet: ${rest}`;
}
