import { lastValue } from "../best-epoch.ts";
import type { Results, TrialResult } from "../results.ts";
import { valueText } from "../value-text.ts";
import { toCsv, type Cell } from "./csv.ts";

/** Returns trials.csv: one row for each trial in plan order, metrics at its last epoch. */
export function trialsTable(results: Results): string {
  const { metrics, trials } = results;
  const names = metrics.filter(({ isDerived }) => !isDerived).map(({ name }) => name);
  const header = [...trialColumns(results), "status", "divergedEpoch", "bestEpoch", ...names];
  const rows = trials.map((trial) => [
    ...trialCells(trial, results),
    ...endCells(trial),
    ...names.map((name) => lastValue(trial, name)),
  ]);
  return toCsv([header, ...rows]);
}

function endCells({ status, record, bestEpoch }: TrialResult): Cell[] {
  return [status, record?.status === "diverged" ? record.divergedEpoch : null, bestEpoch ?? null];
}

/** Returns the names of the first columns of every table. */
export function trialColumns({ columns, trials }: Results): string[] {
  const repetition = hasFolds(trials) ? ["fold", "replicate"] : ["replicate"];
  return ["trial", "id", "configuration", ...repetition, ...columns.map(({ path }) => path)];
}

/** Returns a trial's cells in these columns; a cell without a value is empty. */
export function trialCells({ trial }: TrialResult, { configurations, trials }: Results): Cell[] {
  const values = configurations[trial.configurationIndex]!.values.map(valueText);
  const repetition = hasFolds(trials) ? [trial.fold ?? null, trial.replicate] : [trial.replicate];
  return [trial.index, trial.id, trial.configurationIndex, ...repetition, ...values];
}

/** All configurations have the same folds, or none. */
function hasFolds([first]: Results["trials"]): boolean {
  return first?.trial.fold !== undefined;
}
