import type { Ending, TrainerWork } from "../../pipeline/trainer.ts";
import { storedOutcome } from "../../pipeline/stored-outcomes.ts";
import type { Trial } from "../../trials/trial.ts";
import type { EndingMessage } from "../messages.ts";
import { readEnding } from "./read-ending.ts";
import type { WaitingJobs } from "./waiting-jobs.ts";

/** Passes reports of workers to the jobs that wait for them. A report may come twice, and before its job is requested. */
export class Deliveries {
  readonly #waiting: Pick<WaitingJobs, "deliver">;
  readonly #work: Pick<TrainerWork, "plan" | "store">;
  readonly #trials: ReadonlyMap<string, Trial>;
  /** Trials that the user has stopped. */
  readonly #stopped = new Set<string>();
  /** Trials whose record is durable: a second report is not even read. */
  readonly #stored = new Set<string>();

  constructor(waiting: Pick<WaitingJobs, "deliver">, work: Pick<TrainerWork, "plan" | "store">) {
    this.#waiting = waiting;
    this.#work = work;
    this.#trials = new Map(work.plan.trials.map((trial) => [trial.id, trial]));
  }

  /** The user stops trials: from now on they may come back cancelled. */
  stop(ids: readonly string[]): void {
    for (const id of ids) this.#stopped.add(id);
  }

  /**
   * Takes the ending of a trial. Fulfilled when the record is durable. A trial that a worker cancelled by itself, because
   * Redis had lost the sweep for a moment, has not ended: its batch is missed and sent again.
   */
  async take(message: EndingMessage): Promise<void> {
    const trial = this.#trials.get(message.id);
    if (!trial || this.#stored.has(trial.id)) return;
    if (message.status === "cancelled" && !this.#stopped.has(trial.id)) return;
    const ending = readEnding(message, trial, this.#work.plan);
    await (this.#waiting.deliver(ending) ?? this.#storeUnasked(ending));
    if (ending.record) this.#stored.add(trial.id);
  }

  /** A record that comes a second time, or before it was asked for. */
  async #storeUnasked({ trial, record }: Ending): Promise<void> {
    const { plan, store } = this.#work;
    if (record && !(await storedOutcome(trial, plan, store))) await store.write(record);
  }
}
