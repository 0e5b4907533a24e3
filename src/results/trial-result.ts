import { hasFinished } from "../training/record.ts";
import type { Objective } from "../spec/experiment.ts";
import { isRecord, type Outcome } from "../training/outcome.ts";
import type { Trial } from "../trials/trial.ts";
import { bestEpochOf } from "./best-epoch.ts";
import type { BoardRecord } from "./board.ts";
import { withRootErrors } from "./own-units.ts";
import type { TrialResult } from "./results.ts";
import { withTargetEpoch } from "./with-target-epoch.ts";

/** Returns the result of one trial by the objective. */
export function trialResult(
  trial: Trial,
  outcome: Outcome | undefined,
  {
    objective,
    lossUnit,
    derived,
  }: { objective: Objective; lossUnit: number | undefined; derived: readonly string[] },
): TrialResult {
  const measured = outcome && isRecord(outcome) ? withTargetEpoch(outcome, trial) : undefined;
  const record =
    measured && lossUnit !== undefined
      ? { ...measured, metrics: withRootErrors(measured.metrics, derived, lossUnit) }
      : measured;
  const bestEpoch = record && bestEpochOf(record.metrics[objective.metric] ?? [], objective.goal);
  return {
    trial,
    status: outcome?.status ?? "cancelled",
    record,
    bestEpoch,
    objective: objectiveValue(record, objective, bestEpoch),
  };
}

/** Returns the objective's value in a record; null where the trial diverged, has no record, or its best epoch is not known. */
export function objectiveValue(
  record: BoardRecord | undefined,
  { metric, at }: Objective,
  bestEpoch: number | undefined,
): number | null {
  if (!hasFinished(record)) return null;
  return record.metrics[metric]?.at(at === "best" ? (bestEpoch ?? -1) : -1) ?? null;
}
