import { setTimeout } from "node:timers/promises";
import { GridientError } from "../../errors.ts";
import type { Ending, StartTrainer, TrainedJob, Trainer, TrainerWork } from "../../pipeline/trainer.ts";
import { threadTrainer } from "../../pipeline/threads/thread-trainer.ts";
import { storedOutcome } from "../../pipeline/stored-outcomes.ts";
import { makeJobs, type Job } from "../../trials/job.ts";
import type { Trial } from "../../trials/trial.ts";
import { connect, isRefusal, type Connection } from "../connection.ts";
import type { EndingMessage, ReportMessage } from "../messages.ts";
import { cancelledKey, stoppedKey } from "../names.ts";
import { isNetwork } from "../trained-network.ts";
import { enterSweep, leaveSweep, type SweepEntry } from "../sweep-entries.ts";
import { readStates } from "../worker-state.ts";
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

/**
 * Returns a trainer that puts jobs into the queue of a fleet and takes what its workers report. Descents on functions take
 * no time, and stay here.
 */
export function fleetTrainer(url: string, storeDir: string): StartTrainer {
  return async (work) => {
    if (!work.jobs.every(({ trials: [{ configuration }] }) => isNetwork(configuration)))
      return threadTrainer(undefined)(work);
    const connection = await connect(url);
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
      throw error;
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

  constructor(connection: Connection, entry: SweepEntry, lock: CollectorLock, work: TrainerWork) {
    this.#connection = connection;
    this.#entry = entry;
    this.#lock = lock;
    this.#work = work;
    const { plan, jobs, listener } = work;
    this.#trials = new Map(plan.trials.map((trial) => [trial.id, trial]));
    this.#outbox = new Outbox(connection, entry.id, { all: makeJobs(plan.trials, plan), wanted: jobs }, work);
    this.#inbox = new Inbox(
      connection.redis,
      entry.id,
      (report) => this.#take(report),
      (reason) => listener.onNotice?.(`a worker's report makes no sense: ${reason}`),
    );
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
    const refused = refusal === undefined ? [] : this.#outbox.left(batch);
    const message = `Cannot train the trial as a worker must take it: ${worker} refuses it: ${refusal}`;
    for (const job of refused) this.#waiting.fail(job, "failed", { code: "E_FLEET", message });
    await Promise.all(endings.map((ending) => this.#deliver(ending)));
  }

  /** Fulfilled when the record is durable. */
  async #deliver(message: EndingMessage): Promise<void> {
    const trial = this.#trials.get(message.id);
    if (!trial) return;
    const ending = readEnding(message, trial, this.#work.plan);
    return this.#waiting.deliver(ending) ?? this.#storeUnasked(ending);
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
    if ((await redis.exists(cancelledKey(this.#entry.id))) === 1) throw cancelled(this.#entry);
    await this.#lock.renew();
    const states = await readStates(redis);
    this.#watch.update(states);
    if (states.length === 0 && looks === PATIENCE)
      this.#work.listener.onNotice?.(`no worker is there; start some: gridient worker --redis ${address}`);
    if (looks % RECONCILE_EVERY === 0) await this.#outbox.reconcile();
    await this.#outbox.sent();
  }

  /** Nothing comes back any more: all that wait are told why. */
  #end(error: unknown): void {
    const fault = isRefusal(error) ? refusedByRedis(error) : error;
    if (!(fault instanceof GridientError) || this.#error !== undefined) return; // the connection is made again
    this.#error = fault;
    this.#waiting.reject(fault);
  }
}

function refusedByRedis(cause: Error): GridientError {
  const message = `Cannot go on as Redis must take what it is sent: ${cause.message}`;
  return new GridientError("E_FLEET", message, { cause, hint: "The same command goes on once it does" });
}

function cancelled({ name }: SweepEntry): GridientError {
  const message = `Cannot finish ${name} as it must stay in the queue: it was cancelled`;
  return new GridientError("E_CANCELLED", message, { hint: "What is stored already is kept" });
}
