import type { Cell } from "./csv.ts";
import type { Results, TrialResult } from "../results.ts";
import { valueText } from "../value-text.ts";

/** Returns the names of the columns with which every row of every table begins. */
export function trialColumns({ columns }: Results): string[] {
  return ["trial", "id", "configuration", "replicate", ...columns.map(({ path }) => path)];
}

/** Returns a trial's cells in these columns; a cell without a value is empty. */
export function trialCells({ trial }: TrialResult, { configurations }: Results): Cell[] {
  const values = configurations[trial.configurationIndex]!.values.map(valueText);
  return [trial.index, trial.id, trial.configurationIndex, trial.replicate, ...values];
}
