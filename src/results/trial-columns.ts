import type { Experiment } from "../spec/experiment.ts";
import { fieldAt } from "../trials/expand-grid.ts";
import type { Trial } from "../trials/trial.ts";
import type { Cell } from "./csv.ts";
import { valueText } from "./value-text.ts";

/** Returns the names of the columns with which every row of every table begins. */
export function trialColumns({ axes }: Experiment): string[] {
  return ["trial", "id", "configuration", "replicate", ...axes.map(({ path }) => path)];
}

/** Returns a trial's cells in these columns. */
export function trialCells(trial: Trial, { axes }: Experiment): Cell[] {
  const values = axes.map(({ path }) => valueText(fieldAt(trial.configuration, path)));
  return [trial.index, trial.id, trial.configurationIndex, trial.replicate, ...values];
}
