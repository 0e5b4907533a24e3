import { setTimeout } from "node:timers/promises";
import type { Outbox } from "./outbox.ts";
import type { WaitingJobs } from "./waiting-jobs.ts";

/** Until the queue has forgotten a batch that was refused: it takes no second one of the same name. */
const FORGOTTEN_MILLISECONDS = 1000;

/** What refusals need. */
interface RefusalParts {
  readonly outbox: Pick<Outbox, "left" | "resend">;
  readonly waiting: Pick<WaitingJobs, "fail">;
  readonly tell: (text: string) => void;
  /** Of the sweep's end. */
  readonly signal: AbortSignal;
}

/**
 * Batches that cannot be taken: a worker refuses them, or what it reports makes no sense. A batch may have been changed in
 * Redis, and so may a report: the batch goes out once more before its trials fail.
 */
export class Refusals {
  readonly #parts: RefusalParts;
  readonly #refused = new Set<string>();

  constructor(parts: RefusalParts) {
    this.#parts = parts;
  }

  /** Takes note of a batch that was refused. @param reason Who refuses it, and why. */
  take(batch: string, reason: string): void {
    const { outbox, waiting, tell, signal } = this.#parts;
    const left = outbox.left(batch);
    if (left.length === 0) return; // it has come back, or is of another sweep
    if (!this.#refused.has(batch)) {
      this.#refused.add(batch);
      tell(`a batch goes out again: ${reason}`);
      void setTimeout(FORGOTTEN_MILLISECONDS, undefined, { signal }).then(
        () => outbox.resend(batch),
        () => undefined,
      );
      return;
    }
    const message = `Cannot train the trial as a worker must take it: ${reason}`;
    for (const job of left) waiting.fail(job, "failed", { code: "E_FLEET", message });
  }
}
