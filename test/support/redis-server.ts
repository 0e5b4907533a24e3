import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import { temporaryFolder } from "./folders.ts";

/** Whether this machine has a Redis server. */
export const HAS_REDIS: boolean = findRedis();

/** A Redis of a test, with an append-only file, on a port of its own. */
export class RedisServer {
  readonly port: number;
  readonly client: Redis;
  readonly #args: readonly string[];
  #process: ChildProcess | undefined;

  private constructor(port: number, folder: string, args: readonly string[]) {
    this.port = port;
    this.client = new Redis(port, "127.0.0.1", { lazyConnect: true, maxRetriesPerRequest: null });
    this.client.on("error", () => {});
    const file = ["--dir", folder, "--appendonly", "yes", "--save", "", "--loglevel", "warning"];
    this.#args = ["--port", String(port), "--bind", "127.0.0.1", ...file, ...args];
  }

  /** Starts one; `args` are settings of its command line. */
  static async start(...args: readonly string[]): Promise<RedisServer> {
    const server = new RedisServer(await sparePort(), await temporaryFolder(), args);
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, or starts it again with what its file holds. */
  async start(): Promise<void> {
    this.#process = spawn("redis-server", this.#args, { stdio: "ignore" });
    for (let tries = 0; tries < 200 && !(await answers(this.port)); tries++) await setTimeout(50);
  }

  /** Ends it at once, as kill -9 does. */
  async kill(): Promise<void> {
    const ended = once(this.#process!, "exit");
    this.#process!.kill("SIGKILL");
    await ended;
  }

  async stop(): Promise<void> {
    this.client.disconnect();
    await this.kill();
  }
}

/** Returns a port that nobody listens on. */
export async function sparePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

async function answers(port: number): Promise<boolean> {
  const redis = new Redis(port, "127.0.0.1", { lazyConnect: true, retryStrategy: () => null });
  redis.on("error", () => {});
  try {
    await redis.connect();
    const pong = await redis.ping().catch((error: Error) => error.message);
    return /PONG|NOAUTH/.test(pong);
  } catch (error) {
    return /NOAUTH/.test((error as Error).message);
  } finally {
    redis.disconnect();
  }
}

function findRedis(): boolean {
  if (spawnSync("redis-server", ["--version"]).status === 0) return true;
  process.stderr.write("SKIPPED: tests of fleets, as no Redis is installed (apt-get install redis-server)\n");
  return false;
}
