import { createRequire } from "node:module";
import { setTimeout as setTimeoutOnce } from "node:timers";
import { setTimeout } from "node:timers/promises";
import type * as bullmqModule from "bullmq";
import type { Queue } from "bullmq";
import type * as ioredisModule from "ioredis";
import type { Redis } from "ioredis";
import { GridientError } from "../errors.ts";
import { PREFIX, PROBE, QUEUE, SWEEPS } from "./names.ts";
import { checkRedisUrl, redactedUrl } from "./redis-url.ts";
import { asFleetError, isRefusal, refusalError } from "./refusal.ts";

/** A server that does not answer a request for this long is gone, and a new connection is tried. */
const SILENCE_MILLISECONDS = 15_000;
const MOST_RETRY_MILLISECONDS = 1000;
/** What the driver says of a connection that is not made again. */
const ENDED = "Connection is closed.";

/** BullMQ and its driver, loaded. */
export interface Bullmq {
  readonly bullmq: Pick<typeof bullmqModule, "Queue" | "Worker" | "WaitingError">;
  readonly ioredis: Pick<typeof ioredisModule, "Redis">;
}

/** A connection to the fleet's Redis. */
export interface Connection extends Bullmq {
  readonly redis: Redis;
  readonly queue: Queue;
  /** Returns another queue, which is closed with the connection. */
  readonly openQueue: (name: string) => Queue;
  /** Without the password. */
  readonly address: string;
  /** Warnings about the server. */
  readonly warnings: readonly string[];
  /** Stops reconnecting after a loss, so that waiting requests fail. */
  leave(): void;
  close(): Promise<void>;
}

/**
 * Connects to Redis. A lost connection is restored, however long that takes, and requests made in the meantime
 * are repeated.
 *
 * @param use A reader only reads.
 * @throws {GridientError} E_USAGE for a bad URL or without BullMQ; E_FLEET if there is no answer, or a refusal.
 */
export async function connect(url: string, use: "reader" | "writer" = "writer"): Promise<Connection> {
  checkRedisUrl(url);
  const { bullmq, ioredis } = loadBullmq();
  let [isWanted, found] = [false, "it closed the connection"];
  const redis = new ioredis.Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    connectTimeout: SILENCE_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
    disableClientInfo: true,
    retryStrategy: (times) => (isWanted ? Math.min(100 * times, MOST_RETRY_MILLISECONDS) : null),
  });
  redis.on("error", ({ message }: Error) => (found = message));
  try {
    await redis.connect();
    await redis.ping();
  } catch (cause) {
    redis.disconnect();
    throw refused(redactedUrl(url), redis.status === "ready" ? (cause as Error).message : found, cause);
  }
  const warnings = await tryServer(redis, use).catch((error: unknown) => {
    redis.disconnect();
    throw asFleetError(error);
  });
  isWanted = true;
  const queues: Queue[] = [];
  const openQueue = (name: string): Queue => {
    const queue = new bullmq.Queue(name, {
      connection: redis,
      prefix: PREFIX,
      skipVersionCheck: true,
      streams: { events: { maxLen: 100 } },
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    queue.on("error", () => {}); // the connection is restored
    queues.push(queue);
    return queue;
  };
  const queue = openQueue(QUEUE);
  const leave = (): void => void (isWanted = false);
  const close = async (): Promise<void> => {
    leave();
    for (const open of queues) await open.close().catch(() => undefined); // Redis has gone first
    redis.disconnect();
  };
  return { bullmq, ioredis, redis, queue, openQueue, address: redactedUrl(url), warnings, leave, close };
}

/** Tries everything that a fleet needs once, so that a refusal comes at the start. Returns warnings about the server. */
async function tryServer(redis: Redis, use: "reader" | "writer"): Promise<string[]> {
  await redis.hlen(SWEEPS);
  const warnings: string[] = [];
  await tryToWrite(redis).catch((error: unknown) => {
    if (use === "writer" || !isRefusal(error)) throw error;
    const { message, hint } = refusalError(error);
    warnings.push(`${message}. ${hint}`);
  });
  const memory = await redis.info("memory").catch(() => ""); // a user may not be allowed to ask
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? "noeviction";
  if (policy !== "noeviction")
    warnings.push(`Redis may drop waiting trials (maxmemory-policy ${policy}): set it to noeviction`);
  return warnings;
}

async function tryToWrite(redis: Redis): Promise<void> {
  await redis.set(PROBE, "1", "EX", 10);
  await redis.eval("return redis.call('DEL', KEYS[1])", 1, PROBE);
}

/** Seconds without a connection before it is reported. */
const LOST_MILLISECONDS = 5000;

/** Reports a connection that stays lost, and when it is restored. */
export function reportLosses({ redis, address }: Connection, notify: (text: string) => void): void {
  let timer: NodeJS.Timeout | undefined;
  let isReported = false;
  redis.on("close", () => {
    timer ??= setTimeoutOnce(() => {
      isReported = true;
      notify(`the connection to Redis at ${address} is lost; trying to reconnect`);
    }, LOST_MILLISECONDS).unref();
  });
  redis.on("ready", () => {
    clearTimeout(timer);
    timer = undefined;
    if (isReported) notify(`the connection to Redis at ${address} is restored`);
    isReported = false;
  });
  redis.on("end", () => clearTimeout(timer));
}

/** Repeats a request to Redis until the connection works. @throws What Redis refuses, or if the connection was closed. */
export async function insist<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (isRefusal(error) || (error as Error).message === ENDED) throw error;
      await setTimeout(MOST_RETRY_MILLISECONDS);
    }
  }
}

/** BullMQ is an optional peer: most users need no fleet. `import` would read each of its 300 files twice. */
function loadBullmq(): Bullmq {
  const require = createRequire(import.meta.url);
  try {
    return {
      ioredis: require("ioredis") as typeof ioredisModule,
      bullmq: require("bullmq") as typeof bullmqModule,
    };
  } catch (cause) {
    const message = "A fleet needs the packages bullmq and ioredis, which are not installed";
    throw new GridientError("E_USAGE", message, {
      cause,
      hint: "Install them: npm install bullmq@6 ioredis@6",
    });
  }
}

function refused(address: string, found: string, cause: unknown): GridientError {
  const message = `No Redis server answers at ${address}: ${found}`;
  return new GridientError("E_FLEET", message, {
    cause,
    hint: "Start one (redis-server), or choose another with --redis",
  });
}
