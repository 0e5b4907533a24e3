import { setTimeout } from "node:timers/promises";
import { GridientError } from "../../errors.ts";
import type { TrainerWork } from "../../pipeline/trainer.ts";
import { visibleText } from "../../text/visible-text.ts";
import type { Connection } from "../connection.ts";
import { cancelledKey, isOurs } from "../names.ts";
import { enterSweep, isEntered, type SweepEntry } from "../sweep-entries.ts";
import { readStates, type WorkerState } from "../worker-state.ts";
import type { CollectorLock } from "./collector-lock.ts";
import type { FleetWatch } from "./fleet-watch.ts";
import type { Inbox } from "./inbox.ts";
import { offerData } from "./open-sweep.ts";
import type { Outbox } from "./outbox.ts";
import type { WaitingJobs } from "./waiting-jobs.ts";

const LOOK_MILLISECONDS = 1000;
/** Looks between two looks for lost batches. */
const RECONCILE_EVERY = 10;
/** Looks without any worker before a notice. */
const PATIENCE = 3;
/** Looks without any progress before a notice. */
const QUIET_LOOKS = 20;

/** What looks are at. */
interface LookParts {
  readonly connection: Connection;
  readonly entry: SweepEntry;
  readonly lock: CollectorLock;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly watch: FleetWatch;
  readonly waiting: WaitingJobs;
}

/** Checks a sweep in Redis once a second: whether it still exists, makes progress, and needs a notice to its user. */
export class SweepLooks {
  readonly #parts: LookParts;
  readonly #work: TrainerWork;
  /** Looks since something came back or a worker was seen with this sweep. */
  #quietLooks = 0;
  /** What was reported last of workers that may not take trials. */
  #refusals = "";

  constructor(parts: LookParts, work: TrainerWork) {
    this.#parts = parts;
    this.#work = work;
  }

  /** Looks until the signal. @param onFault Called with the error that a look found. */
  async run(signal: AbortSignal, onFault: (error: unknown) => void): Promise<void> {
    for (let looks = 1; !signal.aborted; looks++) {
      await this.#look(looks).catch(onFault);
      await setTimeout(LOOK_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Something has come back. */
  hear(): void {
    this.#quietLooks = 0;
  }

  async #look(looks: number): Promise<void> {
    const { connection, entry, lock, outbox, watch } = this.#parts;
    const { redis, address } = connection;
    const isThere = await isEntered(redis, entry.id); // asked first: who cancels says so before
    if ((await redis.exists(cancelledKey(entry.id))) === 1) throw cancelled(entry);
    if (!isThere) await this.#enterAgain();
    await lock.renew();
    const states = await readStates(redis);
    watch.update(states);
    if (states.length === 0 && looks === PATIENCE)
      this.#work.listener.onNotice?.(`no worker is connected; start one: gridient worker --redis ${address}`);
    this.#reportRefusals(states);
    if (looks % RECONCILE_EVERY === 0) {
      await offerData(connection, this.#work);
      await outbox.reconcile();
    }
    await outbox.sent();
    await this.#reportQuiet(states);
  }

  /** Redis has lost its data: a flush, or a restart without its file. */
  async #enterAgain(): Promise<void> {
    const { connection, entry, lock, outbox, inbox } = this.#parts;
    this.#work.listener.onNotice?.("Redis has lost the sweep; sending it again");
    await lock.retake();
    await offerData(connection, this.#work);
    await enterSweep(connection.redis, entry);
    inbox.rewind();
    outbox.resend();
  }

  /** Reports that none of the workers may take the trials, and why. */
  #reportRefusals(states: readonly WorkerState[]): void {
    const { entry, waiting } = this.#parts;
    const ours = states.filter(isOurs);
    const reasons = ours.flatMap(({ name, refuses = {} }) => {
      const reason = refuses[entry.id];
      return reason === undefined ? [] : [visibleText(`${name}: ${reason}`)];
    });
    if (reasons.length === 0 || reasons.length < ours.length || waiting.size === 0) return;
    const text = `${waiting.size} trials wait because no worker may take them: ${reasons.sort().join("; ")}`;
    if (text !== this.#refusals) this.#work.listener.onNotice?.(text);
    this.#refusals = text;
  }

  /** Reports that nothing has happened for a while. */
  async #reportQuiet(states: readonly WorkerState[]): Promise<void> {
    const { connection, entry, waiting } = this.#parts;
    const isTrained = states.some(({ active }) => active.some(({ sweep }) => sweep === entry.id));
    this.#quietLooks = isTrained || waiting.size === 0 ? 0 : this.#quietLooks + 1;
    if (this.#quietLooks !== QUIET_LOOKS) return;
    this.#quietLooks = 0;
    const why = (await connection.queue.isPaused())
      ? "its queue is paused; resume it (resume() of BullMQ)"
      : `${states.length} workers are connected; gridient status shows what they do`;
    this.#work.listener.onNotice?.(
      `no trial has finished for ${QUIET_LOOKS} s, and none is training: ${why}`,
    );
  }
}

function cancelled({ name }: SweepEntry): GridientError {
  const message = `${name} was cancelled`;
  return new GridientError("E_CANCELLED", message, { hint: "Stored records are kept" });
}
