import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import type * as bullmqModule from "bullmq";
import type { Queue } from "bullmq";
import type * as ioredisModule from "ioredis";
import type { Redis } from "ioredis";
import { GridientError } from "../errors.ts";
import { PREFIX, QUEUE } from "./names.ts";
import { checkRedisUrl, redactedUrl } from "./redis-url.ts";

/** A server that says nothing for so long while it is asked something is gone; a new connection is tried. */
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
  /** Without the password. */
  readonly address: string;
  /** Makes a connection that is lost no more: what waits for it fails. */
  leave(): void;
  close(): Promise<void>;
}

/**
 * Connects to Redis. Once connected, a lost connection is made again for as long as it takes, and what was asked
 * meanwhile is asked again.
 *
 * @throws {GridientError} E_USAGE for a bad URL or without BullMQ; E_FLEET if nobody answers there, or refuses.
 */
export async function connect(url: string): Promise<Connection> {
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
  isWanted = true;
  const queue = new bullmq.Queue(QUEUE, {
    connection: redis,
    prefix: PREFIX,
    skipVersionCheck: true,
    streams: { events: { maxLen: 100 } },
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
  });
  queue.on("error", () => {}); // the connection is made again
  const leave = (): void => void (isWanted = false);
  const close = async (): Promise<void> => {
    leave();
    await queue.close().catch(() => undefined); // Redis has gone first
    redis.disconnect();
  };
  return { bullmq, ioredis, redis, queue, address: redactedUrl(url), leave, close };
}

/** Whether Redis was reached and said no; any other error of a command is one of the connection, which is made again. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === "ReplyError";
}

/** Asks Redis again until the connection holds. @throws What Redis refuses, or if the connection was left. */
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
    const message = "Cannot work past this machine as BullMQ and its driver must be installed: they are not";
    throw new GridientError("E_USAGE", message, { cause, hint: "npm install bullmq@6 ioredis@6" });
  }
}

function refused(address: string, found: string, cause: unknown): GridientError {
  const message = `Cannot reach the fleet as a Redis server must answer at ${address}: ${found}`;
  return new GridientError("E_FLEET", message, {
    cause,
    hint: "Start one (redis-server), or name another one with --redis",
  });
}
