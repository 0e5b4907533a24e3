import type { Failure } from "../errors.ts";
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
