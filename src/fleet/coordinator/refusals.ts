import { setTimeout } from "node:timers/promises";
import type { Outbox } from "./outbox.ts";
import type { WaitingJobs } from "./waiting-jobs.ts";

/** Time until the queue has forgotten a refused batch: until then it takes no other of the same name. */
const FORGOTTEN_MILLISECONDS = 1000;

/** What refusals need. */
interface RefusalParts {
  readonly outbox: Pick<Outbox, "left" | "resend">;
  readonly waiting: Pick<WaitingJobs, "fail">;
  readonly notify: (text: string) => void;
  /** Of the sweep's end. */
  readonly signal: AbortSignal;
}

/**
 * Batches that failed: a worker refused them, or its report was not valid. Both may have been changed in Redis, so a batch is
 * sent once more before its trials fail.
 */
export class Refusals {
  readonly #parts: RefusalParts;
  readonly #refused = new Set<string>();

  constructor(parts: RefusalParts) {
    this.#parts = parts;
  }

  /** Notes a refused batch. @param reason Which worker refused it, and why. */
  take(batch: string, reason: string): void {
    const { outbox, waiting, notify, signal } = this.#parts;
    const left = outbox.left(batch);
    if (left.length === 0) return; // it has come back, or is of another sweep
    if (!this.#refused.has(batch)) {
      this.#refused.add(batch);
      notify(`sending a batch again: ${reason}`);
      void setTimeout(FORGOTTEN_MILLISECONDS, undefined, { signal }).then(
        () => outbox.resend(batch),
        () => undefined,
      );
      return;
    }
    const message = `No worker could train the trial: ${reason}`;
    for (const job of left) waiting.fail(job, "failed", { code: "E_FLEET", message });
  }
}
