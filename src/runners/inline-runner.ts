import { toFailure } from "../errors.ts";
import type { Runner, TaskOutcome } from "./runner.ts";

/** Runs tasks one after the other in this thread; a timeout cannot interrupt them. */
export function inlineRunner<Task, Result>(work: (task: Task) => TaskOutcome<Result>): Runner<Task, Result> {
  return {
    width: 1,
    async run(task, { signal }) {
      // Gives timers and signals their turn between two tasks.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted)
        return { status: "cancelled", failure: { code: "E_CANCELLED", message: "Cancelled" } };
      try {
        return work(task);
      } catch (error) {
        return { status: "failed", failure: toFailure(error) };
      }
    },
    close: () => Promise.resolve(),
  };
}
