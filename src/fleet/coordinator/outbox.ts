import type { Job } from "../../trials/job.ts";
import { batchId, batchJobs, batchMessage, type Batch, type BatchContext } from "../batch-jobs.ts";
import { isRefusal, type Connection } from "../connection.ts";
import { CLOCK } from "../names.ts";

/** Before a batch goes out although some of its jobs were not asked for. */
const PAUSE_MILLISECONDS = 10;
/** BullMQ takes no higher number. */
const LAST_PRIORITY = 2_097_151;
/** A batch of which not every job has come back. */
interface Sent {
  readonly jobs: readonly Job[];
  readonly left: Set<string>;
  /** It was not found in the queue when it was looked for. */
  isMissed: boolean;
}

/** Work for which a batch counts once among those of other sweeps. */
const TURN_SECONDS = 0.25;

/**
 * Puts jobs into the queue, in the batches of the whole plan: a coordinator that was started again finds most of them
 * there. Sweeps share the fleet: the batches of each are numbered from the one that was begun last, by work, and the
 * lowest number goes first.
 *
 * Source: P. Goyal et al., "Start-time Fair Queueing", 1996.
 */
export class Outbox {
  readonly #connection: Connection;
  readonly #sweep: string;
  readonly #context: BatchContext;
  readonly #batchOf = new Map<string, Batch>();
  readonly #ready: Job[][] = [];
  /** Batches that are in the queue or with a worker, by id. */
  readonly #out = new Map<string, Sent>();
  #forming: { readonly batch: Batch; readonly jobs: Job[] } | undefined;
  #sending: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #turn = 0;
  #refusal: Error | undefined;

  /** @param jobs All jobs of the plan, the longest first. */
  constructor(connection: Connection, sweep: string, jobs: readonly Job[], context: BatchContext) {
    this.#connection = connection;
    this.#sweep = sweep;
    this.#context = context;
    for (const batch of batchJobs(jobs))
      for (const job of batch.jobs) this.#batchOf.set(prefixOf(job), batch);
  }

  /** Takes a job. It is in the queue soon. */
  put(job: Job): void {
    const batch = this.#batchOf.get(prefixOf(job))!;
    if (this.#forming && this.#forming.batch !== batch) this.#close();
    this.#forming ??= { batch, jobs: [] };
    this.#forming.jobs.push(job);
    if (this.#forming.jobs.length === batch.jobs.length) this.#close();
    this.#timer ??= setTimeout(() => this.flush(), PAUSE_MILLISECONDS);
  }

  /** Puts everything into the queue that was taken. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#forming) this.#close();
    const groups = this.#ready.splice(0);
    if (groups.length === 0) return;
    this.#sending = this.#sending
      .then(() => this.#send(groups))
      .catch((error: unknown) => {
        if (isRefusal(error)) this.#refusal ??= error; // else it is missed, and goes out again
      });
  }

  /** Waits until all of it is there. @throws What Redis refused. */
  async sent(): Promise<void> {
    this.flush();
    await this.#sending;
    if (this.#refusal) throw this.#refusal;
  }

  /** Takes note that a job has come back. */
  settle(job: Job): void {
    const prefix = prefixOf(job);
    for (const [id, { left }] of this.#out) {
      if (left.delete(prefix) && left.size === 0) this.#out.delete(id);
    }
  }

  /** Returns the jobs of a batch that have not come back. */
  left(id: string): Job[] {
    const sent = this.#out.get(id);
    return sent?.jobs.filter((job) => sent.left.has(prefixOf(job))) ?? [];
  }

  /**
   * Looks for every batch that has not come back. What is neither in the queue nor reported when it is looked for a
   * second time was lost by a Redis that forgets, and goes out again.
   */
  async reconcile(): Promise<void> {
    const { queue, redis } = this.#connection;
    const ids = [...this.#out.keys()];
    const found = await Promise.all(ids.map((id) => redis.exists(queue.toKey(id))));
    for (const [i, id] of ids.entries()) {
      const sent = this.#out.get(id);
      if (!sent) continue;
      if (found[i] === 0 && sent.isMissed) this.#ready.push(this.left(id));
      sent.isMissed = found[i] === 0 && !sent.isMissed;
    }
    this.flush();
  }

  #close(): void {
    this.#ready.push(this.#forming!.jobs);
    this.#forming = undefined;
  }

  async #send(groups: readonly Job[][]): Promise<void> {
    const { queue, redis } = this.#connection;
    const ids = groups.map((jobs) => batchId(this.#sweep, jobs));
    for (const [i, jobs] of groups.entries())
      this.#out.set(ids[i]!, { jobs, left: new Set(jobs.map(prefixOf)), isMissed: false });
    this.#turn = Math.max(this.#turn, Number(await redis.get(CLOCK)));
    await queue.addBulk(
      groups.map((jobs, i) => {
        const seconds = jobs.reduce((sum, { typicalSeconds }) => sum + typicalSeconds, 0);
        this.#turn = Math.min(this.#turn + Math.max(1, Math.round(seconds / TURN_SECONDS)), LAST_PRIORITY);
        const opts = { jobId: ids[i]!, priority: this.#turn };
        return { name: "batch", data: batchMessage(this.#sweep, jobs, this.#context), opts };
      }),
    );
  }
}

function prefixOf({ trials: [{ prefixId }] }: Job): string {
  return prefixId;
}
