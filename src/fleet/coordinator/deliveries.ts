import type { Ending, TrainerWork } from "../../pipeline/trainer.ts";
import { storedOutcome } from "../../pipeline/stored-outcomes.ts";
import type { Trial } from "../../trials/trial.ts";
import type { EndingMessage } from "../messages.ts";
import { readEnding } from "./read-ending.ts";
import type { WaitingJobs } from "./waiting-jobs.ts";

/** Brings what workers report to the jobs that wait for it. Everything may come twice, and before it is asked for. */
export class Deliveries {
  readonly #waiting: Pick<WaitingJobs, "deliver">;
  readonly #work: Pick<TrainerWork, "plan" | "store">;
  readonly #trials: ReadonlyMap<string, Trial>;
  /** Trials whose record is durable: what comes a second time is not even read. */
  readonly #stored = new Set<string>();

  constructor(waiting: Pick<WaitingJobs, "deliver">, work: Pick<TrainerWork, "plan" | "store">) {
    this.#waiting = waiting;
    this.#work = work;
    this.#trials = new Map(work.plan.trials.map((trial) => [trial.id, trial]));
  }

  /** Takes how a trial ended. Fulfilled when the record is durable. */
  async take(message: EndingMessage): Promise<void> {
    const trial = this.#trials.get(message.id);
    if (!trial || this.#stored.has(trial.id)) return;
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
