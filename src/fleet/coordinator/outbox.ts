import type { Job } from "../../trials/job.ts";
import { areWeightsSmall, queuedMessage, type BatchContext } from "../batch-jobs.ts";
import type { Connection } from "../connection.ts";
import { CLOCK } from "../names.ts";
import { parseJson } from "../parse-json.ts";
import { isRefusal } from "../refusal.ts";
import { parcels, prefixOf, type Parcel } from "./parcel.ts";

/** While parcels gather that go out together. */
const PAUSE_MILLISECONDS = 10;
/** Without a job, after which a parcel goes out although not all of its jobs came: another process may be training them. */
const IDLE_MILLISECONDS = 500;
/** BullMQ takes no higher number. */
const LAST_PRIORITY = 2_097_151;
/** A batch that has come back meanwhile is not made again. */
const MEND = `
if redis.call("EXISTS", KEYS[1]) == 1 then
  redis.call("HSET", KEYS[1], "name", ARGV[1], "data", ARGV[2], "opts", ARGV[3])
end`;
/** Work for which a batch counts once among those of other sweeps. */
const TURN_SECONDS = 0.25;

/** The jobs of a sweep, whole and those to be trained. */
export interface OutboxJobs {
  /** All jobs of the plan, the longest first: they form the same batches in every sweep of it. */
  readonly all: readonly Job[];
  /** Those that will be put in. */
  readonly wanted: readonly Job[];
}

/**
 * Puts jobs into the queue, in the batches of the whole plan: a coordinator that is started again finds its
 * batches there. Sweeps share the fleet: the batches of each are numbered from the one that was begun last, by work, and
 * the lowest number goes first.
 *
 * Source: P. Goyal et al., "Start-time Fair Queueing", 1996.
 */
export class Outbox {
  readonly #connection: Connection;
  readonly #sweep: string;
  readonly #context: BatchContext;
  readonly #parcelOf: ReadonlyMap<string, Parcel>;
  readonly #open = new Set<Parcel>();
  readonly #ready = new Set<Parcel>();
  /** What is in the queue or with a worker, by id. */
  readonly #out = new Map<string, Parcel>();
  #sending: Promise<void> = Promise.resolve();
  #pause: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;
  #turn = 0;
  #refusal: Error | undefined;

  constructor(connection: Connection, sweep: string, { all, wanted }: OutboxJobs, context: BatchContext) {
    this.#connection = connection;
    this.#sweep = sweep;
    this.#context = {
      ...context,
      returnModel: context.returnModel === true && areWeightsSmall(context.plan),
    };
    this.#parcelOf = parcels(sweep, all, wanted);
  }

  /** Takes a job. It is in the queue soon. */
  put(job: Job): void {
    const parcel = this.#parcelOf.get(prefixOf(job))!;
    parcel.put.push(job);
    parcel.toCome.delete(prefixOf(job));
    this.#open.add(parcel);
    if (parcel.toCome.size === 0) this.#close(parcel);
    this.#idle = this.#idle?.refresh() ?? setTimeout(() => this.#closeAll(), IDLE_MILLISECONDS).unref();
  }

  /** Waits until all that is whole is there. @throws What Redis refused. */
  async sent(): Promise<void> {
    this.#flush();
    await this.#sending;
    if (this.#refusal) throw this.#refusal;
  }

  /** Notes that a job has come back, or need not be sent. */
  settle(job: Job): void {
    const parcel = this.#parcelOf.get(prefixOf(job))!;
    parcel.out.delete(prefixOf(job));
    if (parcel.out.size === 0) this.#out.delete(parcel.id);
    if (parcel.toCome.delete(prefixOf(job)) && parcel.toCome.size === 0 && this.#open.has(parcel))
      this.#close(parcel);
  }

  /** Returns the jobs of a batch that have not come back. */
  left(id: string): Job[] {
    return [...(this.#out.get(id)?.out.values() ?? [])];
  }

  /**
   * Looks for every batch that has not come back. What is neither in the queue nor reported when it is looked for a
   * second time is sent again: Redis has lost it, or it was already there with fewer jobs.
   */
  async reconcile(): Promise<void> {
    const sent = [...this.#out.values()];
    const found = await Promise.all(sent.map((parcel) => this.#isThere(parcel)));
    for (const [i, parcel] of sent.entries()) {
      const isLost = !found[i] && parcel.out.size > 0;
      if (isLost && parcel.isMissed) this.#ready.add(parcel);
      parcel.isMissed = isLost && !parcel.isMissed;
    }
    this.#flush();
  }

  /** Puts a batch, or all, in again as far as they have not come back. */
  resend(only?: string): void {
    for (const [id, parcel] of this.#out)
      if (parcel.out.size > 0 && (only ?? id) === id) this.#ready.add(parcel);
    this.#flush();
  }

  /** Whether a batch is there. One that a worker could not even read is written again, wherever in the queue it is. */
  async #isThere(parcel: Parcel): Promise<boolean> {
    const { queue, redis } = this.#connection;
    const key = queue.toKey(parcel.id);
    if ((await redis.exists(key)) === 0) return false;
    const fields = await redis.hmget(key, "data", "opts");
    if (fields.every((text) => text != null && parseJson(text) !== undefined)) return true;
    const { name, data, opts } = this.#batch(parcel);
    await redis.eval(MEND, 1, key, name, JSON.stringify(data), JSON.stringify(opts));
    return true;
  }

  #close(parcel: Parcel): void {
    this.#open.delete(parcel);
    this.#ready.add(parcel);
    this.#pause ??= setTimeout(() => this.#flush(), PAUSE_MILLISECONDS);
  }

  #closeAll(): void {
    for (const parcel of this.#open) this.#close(parcel);
  }

  #flush(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    const ready = [...this.#ready];
    this.#ready.clear();
    if (ready.length === 0) return;
    this.#sending = this.#sending
      .then(() => this.#send(ready))
      .catch((error: unknown) => {
        if (isRefusal(error)) this.#refusal ??= error; // else it is missed and sent again
      });
  }

  async #send(ready: readonly Parcel[]): Promise<void> {
    for (const parcel of ready) {
      for (const job of parcel.put.splice(0)) parcel.out.set(prefixOf(job), job);
      this.#out.set(parcel.id, parcel);
    }
    const { queue, redis } = this.#connection;
    this.#turn = Math.max(this.#turn, Number(await redis.get(CLOCK)));
    await queue.addBulk(ready.map((parcel) => this.#batch(parcel)));
  }

  #batch({ id, out }: Parcel): Parameters<Connection["queue"]["addBulk"]>[0][number] {
    const jobs = [...out.values()];
    const seconds = jobs.reduce((sum, { typicalSeconds }) => sum + typicalSeconds, 0);
    this.#turn = Math.min(this.#turn + Math.max(1, Math.round(seconds / TURN_SECONDS)), LAST_PRIORITY);
    const data = queuedMessage(this.#sweep, jobs, this.#context);
    return { name: "batch", data, opts: { jobId: id, priority: this.#turn } };
  }
}
