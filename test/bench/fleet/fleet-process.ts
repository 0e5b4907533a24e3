import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import { sparePort } from "../../support/redis-server.ts";
import { CLI, scriptCommand, timeGridient, type Ended, type Used } from "../commands.ts";

const IDLE_WORKERS = new URL("idle-workers.ts", import.meta.url);
const TINY = "{dataset: xor, architecture: {hidden: []}, eta: 1, epochs: 1}\n";

/** What Redis has done. */
export interface RedisFigures {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly commands: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly batches: number;
}

/** A Redis, workers and a coordinator on this machine, in one folder. */
export class Fleet {
  readonly url: string;
  readonly client: Redis;
  readonly workers: ChildProcess[] = [];
  readonly #server: ChildProcess;
  readonly #folder: string;

  private constructor(port: number, folder: string) {
    this.url = `redis://127.0.0.1:${port}`;
    this.#folder = folder;
    const file = ["--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes", "--save", ""];
    this.#server = spawn("redis-server", ["--port", String(port), ...file], { stdio: "ignore" });
    this.client = new Redis(port, "127.0.0.1");
    this.client.on("error", () => {});
  }

  /** Starts a Redis on a port of its own: two benchmarks may run. */
  static async start(folder: string): Promise<Fleet> {
    const fleet = new Fleet(await sparePort(), folder);
    await fleet.client.ping();
    mkdirSync(join(folder, "experiments"));
    return fleet;
  }

  /** Writes the experiment that the next sweep trains; returns its file. */
  writeSpec(spec: string): string {
    writeFileSync(join(this.#folder, "experiments/exp.yaml"), spec);
    return "experiments/exp.yaml";
  }

  /** Starts a worker of one thread while a trial waits; returns the seconds until its record was there. */
  async startWorker(): Promise<number> {
    await this.#sweep(TINY, ["--detach", "--redis", this.url]);
    const start = performance.now();
    const args = [CLI, "worker", "--redis", this.url, "-c", "1"];
    this.workers.push(spawn(process.execPath, args, { stdio: "ignore" }));
    while ((await this.client.keys("*:reports:*")).length === 0) await setTimeout(5);
    const seconds = (performance.now() - start) / 1000;
    await this.#sweep(TINY, ["--redis", this.url]);
    rmSync(join(this.#folder, "results"), { recursive: true });
    return seconds;
  }

  /** Does something while so many workers wait for work, then forgets them. */
  async whileIdle<Result>(count: number, work: () => Promise<Result>): Promise<Result> {
    const [program, ...args] = scriptCommand(IDLE_WORKERS, this.url, String(count), this.#folder);
    const idle = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    await once(idle.stdout, "data");
    const result = await work();
    idle.kill();
    await once(idle, "exit");
    await this.client.flushall();
    return result;
  }

  /** Sweeps a spec from an empty store, with the workers of the fleet or with two threads. */
  sweep(spec: string, by: "fleet" | "threads"): Promise<Ended & Used> {
    rmSync(join(this.#folder, "results"), { recursive: true, force: true });
    return this.#sweep(spec, by === "fleet" ? ["--redis", this.url] : ["--workers", "2"]);
  }

  /** Returns what Redis does while something goes on. */
  async redisWhile(work: () => Promise<unknown>): Promise<RedisFigures> {
    const before = await this.#redisFigures();
    await work();
    const after = await this.#redisFigures();
    return {
      seconds: after.seconds - before.seconds,
      cpuSeconds: after.cpuSeconds - before.cpuSeconds,
      commands: after.commands - before.commands,
      bytesIn: after.bytesIn - before.bytesIn,
      bytesOut: after.bytesOut - before.bytesOut,
      batches: after.batches - before.batches,
    };
  }

  async stop(): Promise<void> {
    this.client.disconnect();
    for (const child of [...this.workers, this.#server]) {
      const ended = child.exitCode === null && once(child, "exit");
      child.kill();
      await ended;
    }
  }

  #sweep(spec: string, args: readonly string[]): Promise<Ended & Used> {
    return timeGridient(this.#folder, ["sweep", this.writeSpec(spec), ...args]);
  }

  /** What Redis has done since it started. */
  async #redisFigures(): Promise<RedisFigures> {
    const info = await this.client.info("everything");
    const number = (name: string) => Number(new RegExp(`^${name}([\\d.]+)`, "m").exec(info)?.[1] ?? 0);
    return {
      seconds: performance.now() / 1000,
      cpuSeconds: number("used_cpu_sys:") + number("used_cpu_user:"),
      commands: number("total_commands_processed:"),
      bytesIn: number("total_net_input_bytes:"),
      bytesOut: number("total_net_output_bytes:"),
      batches: number("cmdstat_lrem:calls="), // once for each that ends
    };
  }
}
