/**
 * `npm run bench:fleet`: what a fleet costs beside threads of one machine. Overhead of a trial, throughput of two workers
 * on this machine, start of a worker to its first trial, and what Redis does for a trial. Needs a Redis server.
 * @module
 */
import { spawnSync } from "node:child_process";
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { startFleet } from "./fleet/fleet-process.mjs";
import { describeMachine } from "./machine.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";

const { quick, json } = readOptions("fleet");
if (spawnSync("redis-server", ["--version"]).status !== 0) {
  console.log("skipped: no Redis is installed (apt-get install redis-server)");
  process.exit();
}

/** Trials of about 5 ms. */
const TRIALS = quick ? 1000 : 10_000;
const SHORT = `
dataset: {name: digits, train: 400, validation: 100, test: 100}
architecture: {hidden: [15]}
eta: {linspace: {from: 0.1, to: 10, count: ${TRIALS / 10}}}
epochs: 30
replicates: 10
`;
const LR = `
dataset: digits
architecture: {hidden: [30]}
eta: [0.003, 0.03, 0.3, 1, 3, 10, 30]
epochs: 10
replicates: 3
`;

const figures = await inTemporaryFolder(async (folder) => {
  const fleet = await startFleet(folder);
  try {
    const started = await fleet.startWorker();
    await fleet.startWorker();
    const short = { threads: fleet.sweep(SHORT), fleet: fleet.sweep(SHORT, true) };
    const redis = await fleet.redisFigures();
    const rounds = Array.from({ length: quick ? 1 : 5 }, () => [fleet.sweep(LR), fleet.sweep(LR, true)]);
    const best = (i) => Math.min(...rounds.map((round) => round[i].seconds));
    return {
      "seconds from a worker's start to its first trial": started,
      [`seconds of ${TRIALS} short trials, 2 threads`]: short.threads.seconds,
      "the same with 2 workers": short.fleet.seconds,
      "overhead of a trial, ms": (1000 * (short.fleet.seconds - short.threads.seconds)) / TRIALS,
      "CPU of Redis a trial, ms": (1000 * redis.cpuSeconds) / TRIALS,
      "commands of Redis a trial": redis.commands / TRIALS,
      "CPU of the coordinator a trial, ms": (1000 * short.fleet.cpuSeconds) / TRIALS,
      "bytes into Redis a trial": redis.bytesIn / TRIALS,
      "bytes out of Redis a trial": redis.bytesOut / TRIALS,
      "seconds of lr.yaml, 2 threads": best(0),
      "the same with 2 workers, seconds": best(1),
      "throughput of the fleet, of that of threads": best(0) / best(1),
    };
  } finally {
    fleet.stop();
  }
});
const rows = Object.entries(figures).map(([name, figure]) => [name, figure.toPrecision(3)]);
console.log(plainTable(rows, ["left", "right"]));
writeJson(json, { part: "fleet", machine: describeMachine(), figures });
