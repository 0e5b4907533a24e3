import type { TaskLimits, TaskOutcome } from "./runner.ts";

/** The longest delay a timer takes, about 24 days, means no limit. */
const LONGEST = 2147483647;

/** Returns when a task must have ended, in milliseconds from its start. */
export function millisecondsOf({ timeout }: TaskLimits): number {
  return Math.min((timeout ?? Infinity) * 1000, LONGEST);
}

/** Returns how a task ended that was interrupted: by the user, or because it took too long. */
export function interrupted({ signal, timeout }: TaskLimits): TaskOutcome<never> {
  if (signal.aborted) return { status: "cancelled", failure: { code: "E_CANCELLED", message: "Cancelled" } };
  const message = `The trial took longer than ${timeout} s, its run.timeout`;
  return { status: "timeout", failure: { code: "E_TIMEOUT", message } };
}
