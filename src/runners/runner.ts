import type { Failure } from "../errors.ts";

/** How a task ended: its result, or a failure as plain data. */
export type TaskOutcome<Result> =
  | { readonly status: "done"; readonly result: Result }
  | { readonly status: "failed" | "timeout" | "cancelled"; readonly failure: Failure };

/** When a task must end early. */
export interface TaskLimits {
  /** Seconds from the task's start; absent = no limit. */
  readonly timeout?: number | undefined;
  /** Aborted when the user stops the run. */
  readonly signal: AbortSignal;
}

/**
 * Where tasks run. A task is plain data for one function. A runner never rejects: errors are
 * outcomes.
 */
export interface Runner<Task, Result> {
  /** Tasks that run at the same time. */
  readonly width: number;
  run(task: Task, limits: TaskLimits): Promise<TaskOutcome<Result>>;
  close(): Promise<void>;
}
