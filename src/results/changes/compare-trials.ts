import type { BoardTrial } from "../board.ts";

/** A trial that both sides have: of the same setting, fold and replicate. */
export interface ComparedTrial {
  readonly replicate: number;
  readonly before: BoardTrial;
  readonly after: BoardTrial;
  /** Both ended alike, with the same value of every metric that both have, at every epoch that both have. */
  readonly isIdentical: boolean;
}

/** Returns the replicates that both sides have, in order. */
export function compareTrials(before: readonly BoardTrial[], after: readonly BoardTrial[]): ComparedTrial[] {
  return after.flatMap((trial) => {
    const { fold, replicate } = trial.trial;
    const old = before.find(({ trial: other }) => other.fold === fold && other.replicate === replicate);
    return old ? [{ replicate, before: old, after: trial, isIdentical: areIdentical(old, trial) }] : [];
  });
}

function areIdentical(before: BoardTrial, after: BoardTrial): boolean {
  if (before.status !== after.status) return false;
  const [old, now] = [before.record, after.record];
  if (!old || !now) return !old && !now;
  if (old.status === "diverged" && now.status === "diverged" && old.divergedEpoch !== now.divergedEpoch)
    return false;
  return Object.entries(now.metrics).every(([metric, values]) => {
    const former = old.metrics[metric];
    return former === undefined || areEqual(former, values);
  });
}

/** Without a table of epochs only the last values are known. */
function areEqual(before: readonly (number | null)[], after: readonly (number | null)[]): boolean {
  if (before.length < 2 || after.length < 2) return before.at(-1) === after.at(-1);
  return before.length === after.length && before.every((value, i) => value === after[i]);
}
