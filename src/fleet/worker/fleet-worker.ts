import { hostname } from "node:os";
import type { Job as QueuedBatch } from "bullmq";
import { batchesOf } from "../../pipeline/threads/thread-batches.ts";
import type { Ending } from "../../pipeline/trainer.ts";
import type { TrainingRunner } from "../../pipeline/threads/train-here.ts";
import type { Job } from "../../trials/job.ts";
import { checkBatch, checkPrograms } from "../check-message.ts";
import { insist, type Connection } from "../connection.ts";
import { SWEEPS, VERSIONS } from "../names.ts";
import { isRefusal } from "../refusal.ts";
import type { WorkerState } from "../worker-state.ts";
import { ActiveJobs, type TrainJobs } from "./active-jobs.ts";
import { endingMessage } from "./ending-message.ts";
import type { ProgramSweeps } from "./program-sweeps.ts";
import { sendReport } from "./send-report.ts";
import { Tally } from "./tally.ts";
import { trainNetworks } from "./train-networks.ts";
import { Turns } from "./turns.ts";
import { unpackBatch } from "./unpack-batch.ts";
import type { WorkerData } from "./worker-data.ts";

/**
 * How often a trial may lose its worker, when nothing else trains there, before it is given up. Where 50 workers are
 * killed by accident during 200 trials, every fifth loss is of the same trial again: seven in a row are no accident.
 */
const TRIES = 6;

/** How far a batch came whose worker was lost before: kept in the queue with it. */
interface CarefulProgress {
  /** Places of the jobs that have been reported. */
  readonly done: number[];
  /** Place of a job -> times that it was begun. */
  readonly tries: Record<string, number>;
}

/** A batch, ready to be trained. */
interface Work {
  readonly sweep: string;
  readonly jobs: readonly Job[];
  readonly train: TrainJobs;
}

/** The parts of a worker. */
export interface FleetWorkerParts {
  readonly connection: Connection;
  readonly name: string;
  readonly runner: TrainingRunner;
  readonly data: WorkerData;
  readonly programs: Pick<ProgramSweeps, "jobsOf" | "trainerOf" | "refusals">;
  /** Milliseconds from some fixed point. */
  readonly now: () => number;
  readonly notify: (text: string) => void;
}

/** Trains batches; BullMQ calls `process`. */
export class FleetWorker {
  readonly #parts: FleetWorkerParts;
  readonly #turns = new Turns();
  readonly #active: ActiveJobs;
  readonly #tally: Tally;
  #known: ReadonlySet<string> = new Set();
  #isStopping = false;
  /** Priority of the batch that was begun last. */
  clock = 0;

  constructor(parts: FleetWorkerParts) {
    this.#parts = parts;
    this.#active = new ActiveJobs(parts.runner.width);
    this.#tally = new Tally(parts.now);
  }

  /** Trains a batch and reports its endings. @throws {WaitingError} if it was given back. */
  async process(queued: QueuedBatch, token: string): Promise<void> {
    this.clock = Math.max(this.clock, queued.priority);
    const sweep = queued.id!.split("-")[0]!;
    if (!(await this.#isWanted(sweep))) return;
    try {
      const work = this.#unpack(queued.data);
      // A batch whose worker was lost may have been the reason, so it trains alone.
      if (queued.stalledCounter > 0) await this.#turns.alone(() => this.#carefully(queued, work));
      else await this.#turns.together(() => this.#quickly(queued.id!, work));
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
    this.#active.close();
  }

  /** Notes the existing sweeps: trials of others are stopped. */
  keepOnly(sweeps: ReadonlySet<string>): void {
    this.#known = sweeps;
    this.#active.stop((_, sweep) => !sweeps.has(sweep));
  }

  /** Returns the sweeps that train here now. */
  sweeps(): Set<string> {
    return this.#active.sweeps();
  }

  /** Stops the training of a trial. */
  stopTrial(id: string): void {
    this.#active.stop(({ trials }) => trials.some((trial) => trial.id === id));
  }

  /** Returns the worker's state. */
  state(): WorkerState {
    const { name, runner, programs } = this.#parts;
    const known = { ...VERSIONS, name, host: hostname(), threads: runner.width };
    return { ...known, refuses: programs.refusals, ...this.#tally.counts(), active: this.#active.states() };
  }

  async #isWanted(sweep: string): Promise<boolean> {
    const { redis } = this.#parts.connection;
    return this.#known.has(sweep) || (await insist(() => redis.hexists(SWEEPS, sweep))) === 1;
  }

  /** Of programs, only the ids of trials come from the queue. */
  #unpack(data: unknown): Work {
    const { programs } = this.#parts;
    if ((data as { readonly kind?: unknown } | null)?.kind === "programs") {
      const message = checkPrograms(data);
      const { plan, jobs } = programs.jobsOf(message);
      return { sweep: message.sweep, jobs, train: programs.trainerOf(plan) };
    }
    const batch = checkBatch(data);
    const { plan, jobs } = unpackBatch(batch);
    return { sweep: batch.sweep, jobs, train: trainNetworks(batch, plan, this.#parts) };
  }

  /** One report for all. */
  async #quickly(id: string, { sweep, jobs, train }: Work): Promise<void> {
    const endings: Ending[] = [];
    for (const { jobs: together } of batchesOf(jobs)) {
      if (this.#isStopping) return;
      endings.push(...(await this.#active.train(together, sweep, train)));
    }
    if (!this.#isStopping) await this.#report(id, sweep, endings);
  }

  /** One report for each job, and a note in the queue before each. */
  async #carefully(queued: QueuedBatch, { sweep, jobs, train }: Work): Promise<void> {
    const progress = { done: [], tries: {}, ...(queued.progress as object) } as CarefulProgress;
    for (const [place, job] of jobs.entries()) {
      if (this.#isStopping) return;
      if (progress.done.includes(place)) continue;
      const tries = (progress.tries[place] ?? 0) + 1;
      progress.tries[place] = tries;
      if (tries <= TRIES) await insist(() => queued.updateProgress(progress));
      const endings = tries > TRIES ? givenUp(job) : await this.#active.train([job], sweep, train);
      if (this.#isStopping) {
        progress.tries[place] = tries - 1; // no worker was lost
        await insist(() => queued.updateProgress(progress));
        return;
      }
      await this.#report(queued.id!, sweep, endings);
      progress.done.push(place);
      await insist(() => queued.updateProgress(progress));
    }
  }

  async #report(id: string, sweep: string, endings: readonly Ending[]): Promise<void> {
    const messages = endings.map(endingMessage);
    const { connection, name } = this.#parts;
    await sendReport(connection.redis, { sweep, batch: id, worker: name, endings: messages });
    const failed = endings.filter(({ outcome: { status } }) => status === "failed" || status === "timeout");
    this.#tally.add(endings.length, failed.length);
  }

  async #refuse(sweep: string, id: string, error: unknown): Promise<void> {
    const { connection, name, notify } = this.#parts;
    const reason = error instanceof Error ? error.message : String(error);
    notify(`error: Refusing a batch that is not valid: ${reason}\n`);
    await sendReport(connection.redis, { sweep, batch: id, worker: name, endings: [], refusal: reason });
  }
}

function givenUp(job: Job): Ending[] {
  const message = `${TRIES + 1} workers were lost while they trained this trial`;
  return job.trials.map((trial) => ({
    trial,
    outcome: { status: "failed", failure: { code: "E_WORKER", message } },
  }));
}
