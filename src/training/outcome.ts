import type { Failure } from "../errors.ts";
import type { Trial } from "../trials/trial.ts";
import type { TrialRecord } from "./record.ts";

/** A trial without a record: a fact about this run, never stored, tried again next time. */
export interface FailedTrial {
  readonly status: "failed" | "timeout" | "cancelled";
  readonly failure: Failure;
}

/** How a trial ended in this run. */
export type Outcome = TrialRecord | FailedTrial;

/** Returns whether an outcome is a record, not a failure. */
export function isRecord(outcome: Outcome): outcome is TrialRecord {
  return outcome.status === "completed" || outcome.status === "stopped" || outcome.status === "diverged";
}

/** Returns the record of a trial, which shares objects with the trial, because a sweep keeps all records in memory. */
export function sharedRecord<Some extends TrialRecord>(record: Some, trial: Trial): Some {
  const { id, configuration, dataDigest } = trial;
  return { ...record, id, configuration, dataDigest };
}
