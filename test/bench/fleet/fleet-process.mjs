import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";

export const CLI = fileURLToPath(new URL("../../../dist/program/cli.js", import.meta.url));
const IDLE_WORKERS = fileURLToPath(new URL("idle-workers.mjs", import.meta.url));
const PROBE = new URL("../../support/loaded-modules.mjs", import.meta.url).href;

/** Starts a Redis; what is returned starts workers, runs sweeps, and ends all of it. */
export async function startFleet(folder) {
  const port = await sparePort();
  const url = `redis://127.0.0.1:${port}`;
  const file = ["--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes", "--save", ""];
  const server = spawn("redis-server", ["--port", String(port), ...file], { stdio: "ignore" });
  const client = new Redis(port, "127.0.0.1");
  client.on("error", () => {});
  await client.ping();
  const workers = [];
  mkdirSync(join(folder, "experiments"));

  /** Starts a worker of one thread while a trial waits; returns the seconds until its record was there. */
  const startWorker = async () => {
    sweepProcess(folder, TINY, ["--detach", "--redis", url]);
    const start = performance.now();
    workers.push(spawn(process.execPath, [CLI, "worker", "--redis", url, "-c", "1"], { stdio: "ignore" }));
    while ((await client.keys("*:reports:*")).length === 0) await setTimeout(5);
    const seconds = (performance.now() - start) / 1000;
    sweepProcess(folder, TINY, ["--redis", url]);
    rmSync(join(folder, "results"), { recursive: true });
    return seconds;
  };

  /** Does something while workers wait for work, then forgets them. */
  const whileIdle = async (count, work) => {
    const idle = spawn(process.execPath, [IDLE_WORKERS, url, String(count), folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(idle.stdout, "data");
    const result = await work();
    idle.kill();
    await once(idle, "exit");
    await client.flushall();
    return result;
  };

  /** Sweeps a spec from an empty store; returns seconds, and those of CPU and the memory of its process. */
  const sweep = (spec, isFleet = false) => {
    rmSync(join(folder, "results"), { recursive: true, force: true });
    return sweepProcess(folder, spec, isFleet ? ["--redis", url] : ["--workers", "2"]);
  };

  /** What Redis has done since it started. */
  const redisFigures = async () => {
    const info = Object.fromEntries(
      (await client.info("everything")).split("\r\n").map((line) => line.split(":")),
    );
    const calls = (command) => Number(/calls=(\d+)/.exec(info[`cmdstat_${command}`])?.[1] ?? 0);
    return {
      seconds: performance.now() / 1000,
      cpuSeconds: Number(info.used_cpu_sys) + Number(info.used_cpu_user),
      commands: Number(info.total_commands_processed),
      bytesIn: Number(info.total_net_input_bytes),
      bytesOut: Number(info.total_net_output_bytes),
      batches: calls("lrem"), // once for each that ends
    };
  };

  /** What Redis does while something goes on. */
  const redisWhile = async (work) => {
    const before = await redisFigures();
    await work();
    const after = await redisFigures();
    return Object.fromEntries(Object.entries(after).map(([name, figure]) => [name, figure - before[name]]));
  };

  const stop = async () => {
    client.disconnect();
    for (const worker of workers) worker.kill();
    await Promise.all(workers.map((worker) => worker.exitCode ?? once(worker, "exit")));
    server.kill();
  };
  return { url, startWorker, sweep, redisWhile, whileIdle, stop, client, workers, folder };
}

const TINY = "{dataset: xor, architecture: {hidden: []}, eta: 1, epochs: 1}\n";

function sweepProcess(folder, spec, args) {
  writeFileSync(join(folder, "experiments/exp.yaml"), spec);
  const used = join(folder, "used.json");
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [CLI, "sweep", "experiments/exp.yaml", ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: `--import ${PROBE}`, GRIDIENT_LOADED: used },
  });
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - start) / 1000;
  const { cpuSeconds, peakBytes } = JSON.parse(readFileSync(used, "utf8"));
  return { seconds, cpuSeconds, peakBytes };
}

/** Returns a port that nobody listens on: two benchmarks may run. */
async function sparePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
