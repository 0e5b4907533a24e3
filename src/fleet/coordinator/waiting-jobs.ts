import type { Failure } from "../../errors.ts";
import type { Ending, Trained } from "../../pipeline/trainer.ts";
import type { Job } from "../../trials/job.ts";

/** A job that was asked for and has not come back. */
interface Waiting {
  readonly job: Job;
  readonly endings: Map<string, Ending>;
  readonly resolve: (trained: Trained) => void;
  readonly reject: (error: unknown) => void;
  /** Fulfilled when its records are durable. */
  readonly stored: Promise<void>;
  readonly onStored: () => void;
}

/** The jobs that were asked for and have not come back: each ends once all its trials have. */
export class WaitingJobs {
  readonly #slotOf: (job: Job) => number;
  /** By the ids of their trials. */
  readonly #waiting = new Map<string, Waiting>();

  /** @param slotOf Returns where a job was trained. */
  constructor(slotOf: (job: Job) => number) {
    this.#slotOf = slotOf;
  }

  get size(): number {
    return this.#waiting.size;
  }

  /** Fulfilled when all endings of a job are there. */
  add(job: Job): Promise<Trained> {
    let onStored = (): void => {};
    const stored = new Promise<void>((resolve) => (onStored = resolve));
    return new Promise((resolve, reject) => {
      const waiting = { job, endings: new Map<string, Ending>(), resolve, reject, stored, onStored };
      for (const { id } of job.trials) this.#waiting.set(id, waiting);
    });
  }

  /** Returns the job of a trial that is waited for. */
  jobOf(id: string): Job | undefined {
    return this.#waiting.get(id)?.job;
  }

  /** Takes an ending. Returns what is fulfilled once its record is durable; undefined if no job waits for it. */
  deliver(ending: Ending): Promise<void> | undefined {
    const waiting = this.#waiting.get(ending.trial.id);
    if (!waiting) return undefined;
    waiting.endings.set(ending.trial.id, ending);
    if (waiting.endings.size === waiting.job.trials.length) this.#settle(waiting);
    return waiting.stored;
  }

  /** Ends a job, if it is waited for, with a failure of all its trials. */
  fail(job: Job, status: "failed" | "cancelled", failure: Failure): void {
    const waiting = this.#waiting.get(job.trials[0].id);
    if (!waiting) return;
    for (const trial of job.trials) waiting.endings.set(trial.id, { trial, outcome: { status, failure } });
    this.#settle(waiting);
  }

  /** Ends all jobs as cancelled. */
  cancel(): void {
    const failure: Failure = { code: "E_CANCELLED", message: "Cancelled" };
    for (const { job } of new Set(this.#waiting.values())) this.fail(job, "cancelled", failure);
  }

  /** No more endings arrive: all waiting jobs fail with the reason. */
  reject(error: unknown): void {
    for (const { reject } of new Set(this.#waiting.values())) reject(error);
    this.#waiting.clear();
  }

  #settle({ job, endings, resolve, onStored }: Waiting): void {
    for (const { id } of job.trials) this.#waiting.delete(id);
    resolve({ endings: job.trials.map(({ id }) => endings.get(id)!), slot: this.#slotOf(job), onStored });
  }
}
