import { setMaxListeners } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { Job as QueuedBatch } from "bullmq";
import type { LoadContext } from "../../data/source.ts";
import type { ProgramOptions } from "../../pipeline/programs/program-trainer.ts";
import { onKernel } from "../../pipeline/threads/train-on-kernel.ts";
import { trainingThreads } from "../../pipeline/threads/training-threads.ts";
import { connect, reportLosses, type Connection } from "../connection.ts";
import {
  CLOCK,
  isOurs,
  PREFIX,
  programQueue,
  QUEUE,
  stoppedKey,
  SWEEPS,
  versionsText,
  VERSIONS,
  WORKERS,
} from "../names.ts";
import { isRefusal, refusalError } from "../refusal.ts";
import { parseSweeps, removeQueue, strangeSweeps, type SweepEntry } from "../sweep-entries.ts";
import { beatSeconds, forgetState, sendState } from "../worker-state.ts";
import { DataCache } from "./data-cache.ts";
import { fetchDataset } from "./fetch-dataset.ts";
import { FleetWorker, type FleetWorkerParts } from "./fleet-worker.ts";
import { ProgramSweeps } from "./program-sweeps.ts";
import { WorkerData } from "./worker-data.ts";

/** Seconds for which an idle worker waits for a batch before it asks once more. */
const WAIT_SECONDS = 10;

/** How a worker works. */
export interface WorkerOptions {
  readonly url: string;
  /** Its name, which is unique. */
  readonly name: string;
  /** Trials that it trains at the same time. */
  readonly threads: number;
  /** Seconds without a message after which others take over its trials. */
  readonly patience: number;
  /** What GRIDIENT_KERNEL says; absent = `simd`. */
  readonly kernel?: string | undefined;
  readonly load: LoadContext;
  /** The user's consent that it runs programs of its own project; absent = it takes none of their trials. */
  readonly programs?: ProgramOptions["programs"];
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Milliseconds from some fixed point. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly date: () => number;
  readonly notify: (text: string) => void;
}

/** What can be ended. */
interface Closable {
  close(): Promise<void>;
}

/**
 * Trains trials from the queue until it is stopped; then it returns unfinished ones.
 * @throws {GridientError} E_USAGE, E_FLEET if there is no fleet to join.
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const runner = await onKernel(options.kernel, () => trainingThreads(options.threads)); // a thread starts while BullMQ is being loaded
  try {
    const connection = await connect(options.url);
    await joinFleet(options, connection, runner);
    await connection.close();
  } finally {
    await runner.close();
  }
}

/** Trains trials from the queue on a runner until it is stopped. */
export async function joinFleet(
  options: WorkerOptions,
  connection: Connection,
  runner: FleetWorkerParts["runner"],
): Promise<void> {
  const { threads, signal, notify } = options;
  setMaxListeners(0, signal); // as many listen as jobs run
  const cache = new DataCache(options.load.cacheDir, options.date);
  const origins = { redis: connection.redis, cache, load: options.load, signal };
  const data = new WorkerData((digest, set) => fetchDataset(digest, set, origins));
  const reportOnce = once(notify);
  const take = (queue: string): Closable =>
    takeBatches(worker, connection, { queue, ...options, notify: reportOnce });
  const programs = new ProgramSweeps({ ...options, take: (sweep) => takePrograms(sweep, connection, take) });
  const worker: FleetWorker = new FleetWorker({ ...options, connection, runner, data, programs });
  const taker = take(QUEUE);
  notify(
    `worker ${options.name}: ${threads} threads waiting at ${connection.address} for trials of ${versionsText(VERSIONS)}\n`,
  );
  signal.addEventListener("abort", () => connection.leave());
  for (const warning of connection.warnings) notify(`note: ${warning}\n`);
  reportLosses(connection, (text) => notify(`note: ${text}\n`));
  await cache.clean();
  for (let seconds = 1; !signal.aborted;) {
    const workers = await beat({ worker, programs }, connection, seconds, reportOnce).catch(
      (error: unknown) => {
        if (isRefusal(error)) reportOnce(`error: ${refusalText(error)}\n`);
        return 1; // else the connection is restored
      },
    );
    seconds = Math.min(2 * seconds, beatSeconds(workers)); // no longer than its state is kept
    await setTimeout(1000 * seconds, undefined, { signal }).catch(() => undefined);
  }
  worker.stop();
  await Promise.all([taker.close(), programs.close()]);
  await forgetState(connection.redis, options.name).catch(() => undefined); // Redis has gone first
}

/** BullMQ hands out batches, renews their locks, and hands them out again where a lock was not renewed. */
function takeBatches(
  worker: FleetWorker,
  { bullmq, redis }: Connection,
  { queue, name, threads, patience, notify }: WorkerOptions & { readonly queue: string },
): Closable {
  const process = (queued: QueuedBatch, token?: string): Promise<void> => worker.process(queued, token!);
  const taker = new bullmq.Worker(queue, process, {
    connection: redis,
    prefix: PREFIX,
    name,
    skipVersionCheck: true,
    concurrency: threads,
    drainDelay: WAIT_SECONDS,
    lockDuration: 1000 * patience,
    stalledInterval: 500 * patience,
    maxStalledCount: Number.MAX_SAFE_INTEGER, // a worker gives up a trial, not the queue a batch
  });
  taker.on("error", (error) => {
    if (isRefusal(error)) notify(`error: ${refusalText(error)}\n`);
    if (error instanceof SyntaxError) notify(`note: ignoring a batch that is not valid: ${error.message}\n`);
  }); // else the connection is restored; a lost lock does no harm
  const isLost = async (): Promise<boolean> =>
    redis.status !== "ready" || (await taker.getBackend().blockingClient)?.status !== "ready";
  return { close: async () => taker.close(await isLost()) }; // it would wait for the end of what has ended
}

/** The last worker that leaves a sweep which has ended removes what its batches have left in Redis. */
function takePrograms(
  sweep: string,
  { redis, openQueue }: Connection,
  take: (queue: string) => Closable,
): Closable {
  const name = programQueue(sweep);
  const taker = take(name);
  const remove = async (): Promise<void> => {
    if ((await redis.hexists(SWEEPS, sweep)) === 0) await removeQueue(openQueue(name));
  };
  return {
    async close() {
      await taker.close();
      await remove().catch(() => undefined); // Redis has gone first, or another worker is at it
    },
  };
}

/** Sends the worker's state and reads the sweeps. Returns how many workers there are. */
async function beat(
  { worker, programs }: { readonly worker: FleetWorker; readonly programs: ProgramSweeps },
  { redis }: Connection,
  seconds: number,
  notify: (text: string) => void,
): Promise<number> {
  const sent = sendState(redis.pipeline(), worker.state(), seconds); // one message: a fleet sends many
  if (worker.clock > 0) sent.set(CLOCK, worker.clock);
  const answers = await sent.scard(WORKERS).hgetall(SWEEPS).exec();
  const [[, workers], [error, hash]] = answers!.slice(-2) as [[unknown, number], [Error | null, unknown]];
  if (error) throw error;
  const sweeps = parseSweeps(hash as Record<string, string>);
  const strange = strangeSweeps(hash as Record<string, string>);
  if (strange !== undefined) notify(`note: ${strange}\n`);
  worker.keepOnly(new Set(sweeps.map(({ id }) => id)));
  await programs.look(sweeps);
  for (const sweep of worker.sweeps()) {
    for (const id of await redis.smembers(stoppedKey(sweep))) worker.stopTrial(id);
  }
  for (const sweep of sweeps) if (!isOurs(sweep)) notify(refusal(sweep));
  return workers;
}

function refusalText(error: Error): string {
  const { message, hint } = refusalError(error);
  return `${message}. ${hint}`;
}

function refusal(sweep: SweepEntry): string {
  return `refused: ${sweep.name} wants ${versionsText(sweep)}, this worker has ${versionsText(VERSIONS)}: install the same gridient on both\n`;
}

function once(notify: (text: string) => void): (text: string) => void {
  const sent = new Set<string>();
  return (text) => {
    if (!sent.has(text)) notify(text);
    sent.add(text);
  };
}
