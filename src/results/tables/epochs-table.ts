import { lastEpoch as lastEpochOf, type TrialRecord } from "../../training/record.ts";
import { toCsv, type Cell } from "./csv.ts";
import type { Results, TrialResult } from "../results.ts";
import { trialCells, trialColumns } from "./trial-columns.ts";

/**
 * Returns epochs.csv: one row for each trial and epoch, epoch 0 = the untrained network. A diverged trial ends with
 * an empty row, that of the epoch in which it diverged; a trial without a record has none.
 */
export function epochsTable(results: Results): string {
  const { metrics, trials } = results;
  const names = metrics.filter(({ isTold }) => !isTold).map(({ name }) => name);
  const header = [...trialColumns(results), "epoch", ...names];
  // Trial by trial: all rows of a large experiment at once would not fit in memory.
  const tables = trials.map((result) => {
    const start = trialCells(result, results);
    return toCsv(epochCells(result, names).map((cells) => [...start, ...cells]));
  });
  return toCsv([header]) + tables.join("");
}

function epochCells({ record }: TrialResult, names: readonly string[]): Cell[][] {
  if (!record) return [];
  return Array.from({ length: lastEpoch(record) + 1 }, (_, epoch) => [
    epoch,
    ...names.map((name) => record.metrics[name]?.[epoch] ?? null),
  ]);
}

function lastEpoch(record: TrialRecord): number {
  return record.status === "diverged" ? record.divergedEpoch : lastEpochOf(record.metrics);
}
