import type { Failure } from "../errors.ts";
import type { Trial } from "../trials/trial.ts";
import type { TrialRecord } from "./record.ts";

/** A trial that left no record: a fact about this run, never stored, tried again next time. */
export interface FailedTrial {
  readonly status: "failed" | "timeout" | "cancelled";
  readonly failure: Failure;
}

/** How a trial ended in this run. */
export type Outcome = TrialRecord | FailedTrial;

/** Tells a record from a failure. */
export function isRecord(outcome: Outcome): outcome is TrialRecord {
  return outcome.status === "completed" || outcome.status === "stopped" || outcome.status === "diverged";
}

/** Returns the record of a trial, in which what both tell is in memory once: a sweep holds all its records. */
export function sharedRecord<Some extends TrialRecord>(record: Some, trial: Trial): Some {
  const { id, configuration, dataDigest } = trial;
  return { ...record, id, configuration, dataDigest };
}
