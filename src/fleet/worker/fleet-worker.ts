import { hostname } from "node:os";
import type { Job as QueuedBatch } from "bullmq";
import { trainHere, type LocalTraining } from "../../pipeline/threads/train-here.ts";
import type { Ending } from "../../pipeline/trainer.ts";
import type { trainingThreads } from "../../pipeline/threads/training-threads.ts";
import type { RunningJob } from "../../pipeline/listener.ts";
import { isRecord } from "../../training/outcome.ts";
import type { Job } from "../../trials/job.ts";
import { checkBatch } from "../check-message.ts";
import { insist, isRefusal, type Connection } from "../connection.ts";
import type { BatchMessage } from "../messages.ts";
import { SWEEPS, VERSIONS } from "../names.ts";
import type { WorkerState } from "../worker-state.ts";
import { endingMessage } from "./ending-message.ts";
import { sendReport } from "./send-report.ts";
import { Turns } from "./turns.ts";
import { unpackBatch, type Unpacked } from "./unpack-batch.ts";
import type { WorkerData } from "./worker-data.ts";

/** How often a trial may take its worker with it, when nothing else trains there, before it is given up. */
const TRIES = 3;
/** Seconds over which a worker's rate is taken. */
const RATE_SECONDS = 10;

/** A job under way. */
interface Active {
  readonly sweep: string;
  readonly job: Job;
  readonly stop: AbortController;
  running?: RunningJob;
}

/** How far a batch came whose worker was lost before: kept in the queue with it. */
interface CarefulProgress {
  /** Places of the jobs that have been reported. */
  readonly done: number[];
  /** Place of a job -> times that it was begun. */
  readonly tries: Record<string, number>;
}

/** What a worker is made of. */
export interface FleetWorkerParts {
  readonly connection: Connection;
  readonly name: string;
  readonly runner: ReturnType<typeof trainingThreads>;
  readonly data: WorkerData;
  /** Milliseconds from some fixed point. */
  readonly now: () => number;
  readonly tell: (text: string) => void;
}

/** Trains batches. It knows nothing of how they come: `process` is what BullMQ calls. */
export class FleetWorker {
  readonly #parts: FleetWorkerParts;
  readonly #turns = new Turns();
  readonly #active = new Map<number, Active>();
  readonly #lanes: number[];
  readonly #ends: number[] = [];
  #known: ReadonlySet<string> = new Set();
  #done = 0;
  #failed = 0;
  #isStopping = false;
  /** Priority of the batch that was begun last. */
  clock = 0;

  constructor(parts: FleetWorkerParts) {
    this.#parts = parts;
    this.#lanes = Array.from({ length: parts.runner.width }, (_, lane) => lane);
  }

  /** Trains a batch and reports its endings. @throws {WaitingError} if it was given back. */
  async process(queued: QueuedBatch, token: string): Promise<void> {
    this.clock = Math.max(this.clock, queued.priority);
    const sweep = queued.id!.split("-")[0]!;
    if (!(await this.#isWanted(sweep))) return;
    try {
      const batch = checkBatch(queued.data);
      const unpacked = unpackBatch(batch);
      // A batch whose worker was lost before may have been the reason: then nothing else is lost with it.
      if (queued.stalledCounter > 0) await this.#turns.alone(() => this.#carefully(queued, batch, unpacked));
      else await this.#turns.together(() => this.#quickly(queued.id!, batch, unpacked));
    } catch (error) {
      if (isRefusal(error)) throw error;
      if (!this.#isStopping) await this.#refuse(sweep, queued.id!, error);
    }
    if (!this.#isStopping) return;
    await queued.moveToWait(token);
    throw new this.#parts.connection.bullmq.WaitingError();
  }

  /** Stops what trains; its batches go back to the queue. */
  stop(): void {
    this.#isStopping = true;
    for (const { stop } of this.#active.values()) stop.abort();
  }

  /** Takes note of which sweeps there are: the trials of others are stopped. */
  keepOnly(sweeps: ReadonlySet<string>): void {
    this.#known = sweeps;
    for (const { sweep, stop } of this.#active.values()) if (!sweeps.has(sweep)) stop.abort();
  }

  /** Returns the sweeps that train here now. */
  sweeps(): Set<string> {
    return new Set([...this.#active.values()].map(({ sweep }) => sweep));
  }

  /** Stops the training of a trial. */
  stopTrial(id: string): void {
    for (const { job, stop } of this.#active.values()) {
      if (job.trials.some((trial) => trial.id === id)) stop.abort();
    }
  }

  /** Returns what the worker tells of itself. */
  state(): WorkerState {
    const now = this.#parts.now();
    while (this.#ends[0] !== undefined && this.#ends[0] < now - 1000 * RATE_SECONDS) this.#ends.shift();
    return {
      ...VERSIONS,
      name: this.#parts.name,
      host: hostname(),
      threads: this.#parts.runner.width,
      done: this.#done,
      failed: this.#failed,
      rate: this.#ends.length / RATE_SECONDS,
      active: [...this.#active].map(([lane, { sweep, job, running }]) => {
        const epoch = running?.epochs() ?? 0;
        const value = running?.values[epoch] ?? NaN;
        const ids = job.trials.map(({ id }) => id);
        return { sweep, ids, lane, epoch, value: Number.isFinite(value) ? value : null };
      }),
    };
  }

  async #isWanted(sweep: string): Promise<boolean> {
    const { redis } = this.#parts.connection;
    return this.#known.has(sweep) || (await insist(() => redis.hexists(SWEEPS, sweep))) === 1;
  }

  /** One report for all. */
  async #quickly(id: string, batch: BatchMessage, { plan, jobs }: Unpacked): Promise<void> {
    const endings: Ending[] = [];
    for (const job of jobs) {
      if (this.#isStopping) return;
      endings.push(...(await this.#train(job, batch, plan)));
    }
    if (!this.#isStopping) await this.#report(id, batch, endings);
  }

  /** One report for each job, and a note in the queue before each. */
  async #carefully(queued: QueuedBatch, batch: BatchMessage, { plan, jobs }: Unpacked): Promise<void> {
    const progress = { done: [], tries: {}, ...(queued.progress as object) } as CarefulProgress;
    for (const [place, job] of jobs.entries()) {
      if (this.#isStopping) return;
      if (progress.done.includes(place)) continue;
      const tries = (progress.tries[place] ?? 0) + 1;
      progress.tries[place] = tries;
      if (tries <= TRIES) await insist(() => queued.updateProgress(progress));
      const endings = tries > TRIES ? givenUp(job) : await this.#train(job, batch, plan);
      if (this.#isStopping) {
        progress.tries[place] = tries - 1; // nobody was lost
        await insist(() => queued.updateProgress(progress));
        return;
      }
      await this.#report(queued.id!, batch, endings);
      progress.done.push(place);
      await insist(() => queued.updateProgress(progress));
    }
  }

  async #train(
    job: Job,
    { sweep, settings, timeout }: BatchMessage,
    plan: Unpacked["plan"],
  ): Promise<Ending[]> {
    const lane = this.#lanes.pop()!;
    const active: Active = { sweep, job, stop: new AbortController() };
    this.#active.set(lane, active);
    this.#parts.data.enter(job);
    try {
      const training: LocalTraining = {
        runner: this.#parts.runner,
        places: this.#parts.data,
        plan,
        settings,
        timeout,
        signal: active.stop.signal,
        findCheckpoint: () => Promise.resolve(undefined), // weights stay with the coordinator
        onJobStart: (_job, _slot, running) => (active.running = running),
      };
      return await trainHere(job, lane, training);
    } finally {
      this.#parts.data.leave(job);
      this.#active.delete(lane);
      this.#lanes.push(lane);
    }
  }

  async #report(id: string, { sweep }: BatchMessage, endings: readonly Ending[]): Promise<void> {
    const messages = endings.map(endingMessage);
    const { connection, name } = this.#parts;
    await sendReport(connection.redis, { sweep, batch: id, worker: name, endings: messages });
    this.#done += endings.length;
    this.#failed += endings.filter(({ outcome }) => !isRecord(outcome)).length;
    for (const _ of endings) this.#ends.push(this.#parts.now());
  }

  async #refuse(sweep: string, id: string, error: unknown): Promise<void> {
    const { connection, name, tell } = this.#parts;
    const reason = error instanceof Error ? error.message : String(error);
    tell(`error: Cannot train a batch as it must be sound: ${reason}\n`);
    await sendReport(connection.redis, { sweep, batch: id, worker: name, endings: [], refusal: reason });
  }
}

function givenUp(job: Job): Ending[] {
  const message = `Cannot train the trial as its worker must survive it: ${TRIES + 1} workers were lost while they trained it`;
  return job.trials.map((trial) => ({
    trial,
    outcome: { status: "failed", failure: { code: "E_WORKER", message } },
  }));
}
