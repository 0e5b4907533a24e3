import { setTimeout } from "node:timers/promises";
import { GridientError } from "../../errors.ts";
import type { Ending, StartTrainer, TrainedJob, Trainer, TrainerWork } from "../../pipeline/trainer.ts";
import { threadTrainer } from "../../pipeline/threads/thread-trainer.ts";
import { storedOutcome } from "../../pipeline/stored-outcomes.ts";
import { makeJobs, type Job } from "../../trials/job.ts";
import type { Trial } from "../../trials/trial.ts";
import { connect, tellLosses, type Connection } from "../connection.ts";
import type { EndingMessage, ReportMessage } from "../messages.ts";
import { cancelledKey, stoppedKey } from "../names.ts";
import { asFleetError } from "../refusal.ts";
import { isNetwork } from "../trained-network.ts";
import { enterSweep, isEntered, leaveSweep, type SweepEntry } from "../sweep-entries.ts";
import { readStates, type WorkerState } from "../worker-state.ts";
import { CollectorLock } from "./collector-lock.ts";
import { FleetWatch } from "./fleet-watch.ts";
import { Inbox } from "./inbox.ts";
import { offerData, sweepEntry } from "./open-sweep.ts";
import { Outbox } from "./outbox.ts";
import { readEnding } from "./read-ending.ts";
import { WaitingJobs } from "./waiting-jobs.ts";

/** Jobs that are in Redis at most. */
const WINDOW = 20_000;
const WATCH_MILLISECONDS = 1000;
/** Looks at the workers between two looks for lost batches. */
const RECONCILE_EVERY = 10;
/** Looks without any worker before the user is told. */
const PATIENCE = 3;
/** Looks without any sign of work before the user is told. */
const QUIET_LOOKS = 20;

/**
 * Returns a trainer that puts jobs into the queue of a fleet and takes what its workers report. Descents on functions take
 * no time, and stay here.
 */
export function fleetTrainer(url: string, storeDir: string): StartTrainer {
  return async (work) => {
    if (!work.jobs.every(({ trials: [{ configuration }] }) => isNetwork(configuration)))
      return threadTrainer(undefined)(work);
    const connection = await connect(url);
    for (const warning of connection.warnings) work.listener.onNotice?.(warning);
    tellLosses(connection, (text) => work.listener.onNotice?.(text));
    try {
      const entry = await sweepEntry(work, storeDir);
      const lock = new CollectorLock(connection.redis, entry.id);
      await lock.acquire(work.signal);
      await connection.redis.del(cancelledKey(entry.id), stoppedKey(entry.id));
      await offerData(connection, work);
      await enterSweep(connection.redis, entry);
      const trainer = new FleetTrainer(connection, entry, lock, work);
      await trainer.start();
      return trainer;
    } catch (error) {
      await connection.close();
      throw asFleetError(error);
    }
  };
}

class FleetTrainer implements Trainer {
  readonly width: number = WINDOW;
  readonly #connection: Connection;
  readonly #entry: SweepEntry;
  readonly #lock: CollectorLock;
  readonly #work: TrainerWork;
  readonly #trials: ReadonlyMap<string, Trial>;
  readonly #waiting: WaitingJobs;
  readonly #outbox: Outbox;
  readonly #inbox: Inbox;
  readonly #watch: FleetWatch;
  readonly #closing = new AbortController();
  #watching: Promise<void> | undefined;
  #error: GridientError | undefined;
  readonly #told = new Set<string>();
  /** Batches that a worker has refused once. */
  readonly #refused = new Set<string>();
  /** Trials whose record is durable: what comes a second time is not even read. */
  readonly #stored = new Set<string>();
  /** Looks since something came back or a worker was seen with this sweep. */
  #quietLooks = 0;

  constructor(connection: Connection, entry: SweepEntry, lock: CollectorLock, work: TrainerWork) {
    this.#connection = connection;
    this.#entry = entry;
    this.#lock = lock;
    this.#work = work;
    const { plan, jobs, listener } = work;
    this.#trials = new Map(plan.trials.map((trial) => [trial.id, trial]));
    this.#outbox = new Outbox(connection, entry.id, { all: makeJobs(plan.trials, plan), wanted: jobs }, work);
    this.#inbox = new Inbox(connection.redis, entry.id, {
      onReport: (report) => this.#take(report),
      onStrange: (reason) => this.#tellOnce(`passed over a report that makes no sense: ${reason}`),
      onFault: (error) => this.#end(error),
    });
    this.#waiting = new WaitingJobs((job) => this.#watch.slotOf(job));
    this.#watch = new FleetWatch(entry.id, listener, {
      jobOf: (id) => this.#waiting.jobOf(id),
      stopTrials: (ids) => void connection.redis.sadd(stoppedKey(entry.id), ...ids),
    });
  }

  /** Stores what came while nobody collected it, then begins. */
  async start(): Promise<void> {
    await this.#inbox.drain();
    this.#inbox.start();
    this.#watching = this.#look();
    const { signal } = this.#work;
    signal.addEventListener("abort", () => this.#waiting.cancel()); // the user leaves: the fleet goes on
  }

  train(job: Job): Promise<TrainedJob> {
    if (this.#error !== undefined) return Promise.reject(this.#error);
    const trained = this.#waiting.add(job);
    if (this.#work.signal.aborted) this.#waiting.cancel();
    else this.#outbox.put(job);
    return trained;
  }

  release(job: Job): void {
    this.#outbox.settle(job);
  }

  /** What has not come back stays in the queue: the same sweep, started again, goes on with it. */
  async close(): Promise<void> {
    const isDone = this.#waiting.size === 0 && !this.#work.signal.aborted && this.#error === undefined;
    this.#closing.abort();
    if (!isDone) this.#connection.leave();
    await Promise.all([this.#inbox.close(), this.#watching]);
    if (isDone) await leaveSweep(this.#connection.redis, this.#entry);
    else await this.#lock.release().catch(() => undefined); // Redis has gone first
    await this.#connection.close();
  }

  async #take({ batch, worker, endings, refusal }: ReportMessage): Promise<void> {
    if (refusal !== undefined) this.#takeRefusal(batch, `${worker} refuses it: ${refusal}`);
    await Promise.all(endings.map((ending) => this.#deliver(ending)));
  }

  /** A batch may have been changed in Redis: it goes out once more before its trials fail. */
  #takeRefusal(batch: string, reason: string): void {
    if (!this.#refused.has(batch)) {
      this.#refused.add(batch);
      this.#tellOnce(`a batch goes out again: ${reason}`);
      const { signal } = this.#closing; // the queue takes it once it has forgotten the one that was refused
      void setTimeout(WATCH_MILLISECONDS, undefined, { signal }).then(
        () => this.#outbox.resend(batch),
        () => undefined,
      );
      return;
    }
    const message = `Cannot train the trial as a worker must take it: ${reason}`;
    for (const job of this.#outbox.left(batch))
      this.#waiting.fail(job, "failed", { code: "E_FLEET", message });
  }

  /** Fulfilled when the record is durable. */
  async #deliver(message: EndingMessage): Promise<void> {
    const trial = this.#trials.get(message.id);
    this.#quietLooks = 0;
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

  async #look(): Promise<void> {
    const { signal } = this.#closing;
    for (let looks = 1; !signal.aborted; looks++) {
      await this.#lookOnce(looks).catch((error: unknown) => this.#end(error));
      await setTimeout(WATCH_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    }
  }

  async #lookOnce(looks: number): Promise<void> {
    const { redis, address } = this.#connection;
    const isThere = await isEntered(redis, this.#entry.id); // asked first: who cancels says so before
    if ((await redis.exists(cancelledKey(this.#entry.id))) === 1) throw cancelled(this.#entry);
    if (!isThere) await this.#enterAgain();
    await this.#lock.renew();
    const states = await readStates(redis);
    this.#watch.update(states);
    if (states.length === 0 && looks === PATIENCE)
      this.#work.listener.onNotice?.(`no worker is there; start some: gridient worker --redis ${address}`);
    if (looks % RECONCILE_EVERY === 0) {
      await offerData(this.#connection, this.#work);
      await this.#outbox.reconcile();
    }
    await this.#outbox.sent();
    await this.#tellOfQuiet(states);
  }

  /** Redis has lost its data: a flush, or a restart without its file. */
  async #enterAgain(): Promise<void> {
    this.#work.listener.onNotice?.("Redis has lost the sweep; it is put in again");
    await this.#lock.retake();
    await offerData(this.#connection, this.#work);
    await enterSweep(this.#connection.redis, this.#entry);
    this.#inbox.rewind();
    this.#outbox.resend();
  }

  /** Says so when nothing happens for long. */
  async #tellOfQuiet(states: readonly WorkerState[]): Promise<void> {
    const isTrained = states.some(({ active }) => active.some(({ sweep }) => sweep === this.#entry.id));
    this.#quietLooks = isTrained || this.#waiting.size === 0 ? 0 : this.#quietLooks + 1;
    if (this.#quietLooks !== QUIET_LOOKS) return;
    this.#quietLooks = 0;
    const { queue } = this.#connection;
    const why = (await queue.isPaused())
      ? "its queue is paused: whoever paused it must resume it (resume() of BullMQ)"
      : `${states.length} workers are there; gridient status shows what they do`;
    this.#work.listener.onNotice?.(
      `no trial has come back for ${QUIET_LOOKS} s, and none is trained: ${why}`,
    );
  }

  #tellOnce(text: string): void {
    if (!this.#told.has(text)) this.#work.listener.onNotice?.(text);
    this.#told.add(text);
  }

  /** Nothing comes back any more: all that wait are told why. */
  #end(error: unknown): void {
    const fault = asFleetError(error);
    if (!(fault instanceof GridientError) || this.#error !== undefined) return; // the connection is made again
    this.#error = fault;
    this.#waiting.reject(fault);
  }
}

function cancelled({ name }: SweepEntry): GridientError {
  const message = `Cannot finish ${name} as it must stay in the queue: it was cancelled`;
  return new GridientError("E_CANCELLED", message, { hint: "What is stored already is kept" });
}
