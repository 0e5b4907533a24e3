import { hasFinished } from "../training/record.ts";
import type { Objective } from "../spec/experiment.ts";
import { isRecord, type Outcome } from "../training/outcome.ts";
import type { Trial } from "../trials/trial.ts";
import { bestEpochOf } from "./best-epoch.ts";
import type { BoardRecord } from "./board.ts";
import type { TrialResult } from "./results.ts";
import { withTargetEpoch } from "./with-target-epoch.ts";

/** Returns what one trial comes to by the objective. */
export function trialResult(trial: Trial, outcome: Outcome | undefined, objective: Objective): TrialResult {
  const record = outcome && isRecord(outcome) ? withTargetEpoch(outcome, trial) : undefined;
  const bestEpoch = record && bestEpochOf(record.metrics[objective.metric] ?? [], objective.goal);
  return {
    trial,
    status: outcome?.status ?? "cancelled",
    record,
    bestEpoch,
    objective: objectiveValue(record, objective, bestEpoch),
  };
}

/** Returns the objective's value of what a trial left; null where it diverged, left nothing, or its epoch is not known. */
export function objectiveValue(
  record: BoardRecord | undefined,
  { metric, at }: Objective,
  bestEpoch: number | undefined,
): number | null {
  if (!hasFinished(record)) return null;
  return record.metrics[metric]?.at(at === "best" ? (bestEpoch ?? -1) : -1) ?? null;
}
