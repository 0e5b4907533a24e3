import { GridientError } from "../../errors.ts";
import type { Batch, StartTrainer, Trained, Trainer, TrainerWork } from "../../pipeline/trainer.ts";
import { isProgram } from "../../configuration/program-folder.ts";
import { refuseProgram } from "../../pipeline/programs/refuse-program.ts";
import { localTrainer, type LocalOptions } from "../../pipeline/threads/local-trainer.ts";
import { makeJobs, type Job } from "../../trials/job.ts";
import { connect, reportLosses, type Connection } from "../connection.ts";
import type { ReportMessage } from "../messages.ts";
import { cancelledKey, programQueue, stoppedKey } from "../names.ts";
import { asFleetError } from "../refusal.ts";
import { networkIn } from "../../configuration/kind-of.ts";
import { enterSweep, leaveSweep, removeQueue, type SweepEntry } from "../sweep-entries.ts";
import { CollectorLock } from "./collector-lock.ts";
import { Deliveries } from "./deliveries.ts";
import { FleetWatch } from "./fleet-watch.ts";
import { Inbox } from "./inbox.ts";
import { offerData, sweepEntry } from "./open-sweep.ts";
import { Outbox } from "./outbox.ts";
import { Refusals } from "./refusals.ts";
import { SweepLooks } from "./sweep-looks.ts";
import { WaitingJobs } from "./waiting-jobs.ts";

/** Jobs that are in Redis at most. */
const WINDOW = 20_000;

/**
 * Returns a trainer that puts jobs into the queue of a fleet and takes what its workers report. Descents on functions take
 * no time, and stay here. Of programs only the ids of trials travel: workers run their own files.
 *
 * @param local How what stays here runs, and whether the user allows programs.
 */
export function fleetTrainer(url: string, storeDir: string, local: LocalOptions = {}): StartTrainer {
  return async (work) => {
    const { experiment } = work.plan;
    const isOfPrograms = isProgram(experiment.base);
    if (!isOfPrograms && !networkIn(experiment.base)) return localTrainer(work.plan, local)(work);
    if (isOfPrograms && !local.programs) throw refuseProgram(experiment);
    const shared = await connect(url);
    let connection = shared;
    for (const warning of connection.warnings) work.listener.onNotice?.(warning);
    reportLosses(connection, (text) => work.listener.onNotice?.(text));
    try {
      const entry = await sweepEntry(work, storeDir);
      if (entry.programs) connection = { ...shared, queue: shared.openQueue(programQueue(entry.id)) };
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
  readonly #waiting: WaitingJobs;
  readonly #outbox: Outbox;
  readonly #inbox: Inbox;
  readonly #deliveries: Deliveries;
  readonly #refusals: Refusals;
  readonly #looks: SweepLooks;
  readonly #closing = new AbortController();
  #looking: Promise<void> | undefined;
  #error: GridientError | undefined;
  readonly #reported = new Set<string>();

  constructor(connection: Connection, entry: SweepEntry, lock: CollectorLock, work: TrainerWork) {
    this.#connection = connection;
    this.#entry = entry;
    this.#lock = lock;
    this.#work = work;
    const { plan, jobs, listener } = work;
    const outbox = new Outbox(connection, entry.id, { all: makeJobs(plan.trials, plan), wanted: jobs }, work);
    const inbox = new Inbox(connection.redis, entry.id, {
      onReport: (report) => this.#take(report),
      onStrange: (reason, batch) => this.#takeStrange(reason, batch),
      onFault: (error) => this.#end(error),
    });
    const waiting: WaitingJobs = new WaitingJobs((job) => watch.slotOf(job));
    const watch = new FleetWatch(entry.id, listener, {
      jobOf: (id) => waiting.jobOf(id),
      stopTrials: (ids) => {
        this.#deliveries.stop(ids);
        void connection.redis.sadd(stoppedKey(entry.id), ...ids);
      },
    });
    [this.#outbox, this.#inbox, this.#waiting] = [outbox, inbox, waiting];
    this.#deliveries = new Deliveries(waiting, work);
    const { signal } = this.#closing;
    this.#refusals = new Refusals({ outbox, waiting, notify: (text) => this.#reportOnce(text), signal });
    this.#looks = new SweepLooks({ connection, entry, lock, outbox, inbox, watch, waiting }, work);
  }

  /** Stores reports that arrived earlier, then begins. */
  async start(): Promise<void> {
    await this.#inbox.drain();
    this.#inbox.start();
    this.#looking = this.#looks.run(this.#closing.signal, (error) => this.#end(error));
    const { signal } = this.#work;
    signal.addEventListener("abort", () => this.#waiting.cancel()); // the user leaves, and the fleet continues
  }

  /** The outbox has its own batches, which do not depend on stored records. */
  batches(jobs: readonly Job[]): Batch[] {
    return jobs.map((job) => ({ jobs: [job], weight: 1 }));
  }

  train([job]: Batch["jobs"]): Promise<Trained> {
    if (this.#error !== undefined) return Promise.reject(this.#error);
    const trained = this.#waiting.add(job);
    if (this.#work.signal.aborted) this.#waiting.cancel();
    else this.#outbox.put(job);
    return trained;
  }

  release(job: Job): void {
    this.#outbox.settle(job);
  }

  /** Jobs that have not come back stay in the queue, and the same sweep, started again, continues with them. */
  async close(): Promise<void> {
    const isDone = this.#waiting.size === 0 && !this.#work.signal.aborted && this.#error === undefined;
    this.#closing.abort();
    if (!isDone) this.#connection.leave();
    await Promise.all([this.#inbox.close(), this.#looking]);
    if (isDone) await this.#leave();
    else await this.#lock.release().catch(() => undefined); // Redis has gone first
    await this.#connection.close();
  }

  async #leave(): Promise<void> {
    const { redis, queue } = this.#connection;
    await leaveSweep(redis, this.#entry);
    if (this.#entry.programs) await removeQueue(queue);
  }

  async #take({ batch, worker, endings, refusal }: ReportMessage): Promise<void> {
    if (endings.length > 0) this.#looks.hear();
    if (refusal !== undefined) this.#refusals.take(batch, `${worker} refuses it: ${refusal}`);
    await Promise.all(endings.map((ending) => this.#deliveries.take(ending)));
  }

  #takeStrange(reason: string, batch: string | undefined): void {
    this.#reportOnce(`ignoring a report that is not valid: ${reason}`);
    if (batch !== undefined) this.#refusals.take(batch, `a worker's report of it is not valid: ${reason}`);
  }

  #reportOnce(text: string): void {
    if (!this.#reported.has(text)) this.#work.listener.onNotice?.(text);
    this.#reported.add(text);
  }

  /** No more reports arrive: all waiting jobs fail with the reason. */
  #end(error: unknown): void {
    const fault = asFleetError(error);
    if (!(fault instanceof GridientError) || this.#error !== undefined) return; // the connection is restored
    this.#error = fault;
    this.#waiting.reject(fault);
  }
}
