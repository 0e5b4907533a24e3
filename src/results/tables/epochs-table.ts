import { lastEpoch as lastEpochOf, type TrialRecord } from "../../training/record.ts";
import { csvCells, toCsv, type Cell } from "./csv.ts";
import type { Results, TrialResult } from "../results.ts";
import { trialCells, trialColumns } from "./trials-table.ts";

const PIECE_CHARACTERS = 1_000_000;

/**
 * Returns epochs.csv: one row for each trial and epoch, epoch 0 = the untrained network. A diverged trial ends with
 * an empty row for the epoch in which it diverged; a trial without a record has no rows. Yields pieces of about a million
 * characters, because the rows of a large experiment fit neither in memory nor in one string.
 */
export function* epochsTable(results: Results): Generator<string> {
  const { metrics, trials } = results;
  const names = metrics.filter(({ isDerived }) => !isDerived).map(({ name }) => name);
  const header = [...trialColumns(results), "epoch", ...names];
  let piece = toCsv([header]);
  for (const result of trials) {
    const start = csvCells(trialCells(result, results));
    for (const cells of epochCells(result, names)) piece += `${start},${csvCells(cells)}\n`;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = "";
  }
  yield piece;
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
