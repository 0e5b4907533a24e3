import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";

export const CLI = fileURLToPath(new URL("../../../dist/program/cli.js", import.meta.url));
const PROBE = new URL("../../support/loaded-modules.mjs", import.meta.url).href;
const PORT = 7399;
export const URL_TEXT = `redis://127.0.0.1:${PORT}`;

/** Starts a Redis; what is returned starts workers, runs sweeps, and ends all of it. */
export async function startFleet(folder) {
  const file = ["--dir", folder, "--appendonly", "yes", "--save", ""];
  const server = spawn("redis-server", ["--port", String(PORT), ...file], { stdio: "ignore" });
  const client = new Redis(PORT, "127.0.0.1");
  client.on("error", () => {});
  await client.ping();
  const workers = [];
  mkdirSync(join(folder, "experiments"));

  /** Starts a worker of one thread while a trial waits; returns the seconds until its record was there. */
  const startWorker = async () => {
    sweepProcess(folder, TINY, ["--detach", "--redis", URL_TEXT]);
    const start = performance.now();
    workers.push(
      spawn(process.execPath, [CLI, "worker", "--redis", URL_TEXT, "-c", "1"], { stdio: "ignore" }),
    );
    while ((await client.keys("*:reports:*")).length === 0) await setTimeout(5);
    const seconds = (performance.now() - start) / 1000;
    sweepProcess(folder, TINY, ["--redis", URL_TEXT]);
    rmSync(join(folder, "results"), { recursive: true });
    return seconds;
  };

  /** Sweeps a spec from an empty store; returns seconds, and those of CPU of its process. */
  const sweep = (spec, isFleet = false) => {
    rmSync(join(folder, "results"), { recursive: true, force: true });
    return sweepProcess(folder, spec, isFleet ? ["--redis", URL_TEXT] : ["--workers", "2"]);
  };

  /** What Redis has done since then, or since it started. */
  const redisFigures = async (since = {}) => {
    const info = Object.fromEntries(
      (await client.info("everything")).split("\r\n").map((line) => line.split(":")),
    );
    const calls = (command) => Number(/calls=(\d+)/.exec(info[`cmdstat_${command}`])?.[1] ?? 0);
    const figures = {
      cpuSeconds: Number(info.used_cpu_sys) + Number(info.used_cpu_user),
      commands: Number(info.total_commands_processed),
      bytesIn: Number(info.total_net_input_bytes),
      bytesOut: Number(info.total_net_output_bytes),
      batches: calls("lrem"), // once for each that ends
    };
    return Object.fromEntries(
      Object.entries(figures).map(([key, value]) => [key, value - (since[key] ?? 0)]),
    );
  };

  const stop = () => {
    client.disconnect();
    for (const worker of workers) worker.kill();
    server.kill();
  };
  return { startWorker, sweep, redisFigures, stop, client, workers, folder };
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
  return { seconds, cpuSeconds: JSON.parse(readFileSync(used, "utf8")).cpuSeconds };
}
