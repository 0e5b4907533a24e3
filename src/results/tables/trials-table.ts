import { toCsv, type Cell } from "./csv.ts";
import { lastValue } from "../last-value.ts";
import type { Results, TrialResult } from "../results.ts";
import { trialCells, trialColumns } from "./trial-columns.ts";

/** Returns trials.csv: one row for each trial in plan order, metrics at its last epoch. */
export function trialsTable(results: Results): string {
  const { metrics, trials } = results;
  const names = metrics.filter(({ isTold }) => !isTold).map(({ name }) => name);
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
