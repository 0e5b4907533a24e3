/**
 * `npm run soak:fleet`: 20,000 short trials with four workers; watches the memory of every process and of Redis. Exit code 1
 * if one of them has grown by more than a fifth from the second quarter of the trials to the last, or if Redis keeps
 * finished jobs. What the coordinator needs to write the results is told beside it.
 * @module
 */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { CLI, startFleet } from "./fleet/fleet-process.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";

/** As many as there may be in Redis at once; and when a quarter of them is done, the threads' heaps have their size. */
const MANY = "20000";
const { values: options } = parseArgs({ options: { trials: { type: "string", default: MANY } } });
const TRIALS = Number(options.trials);
const MOST_GROWTH = 1.2;
const SPEC = `
dataset: moons
architecture: {hidden: [15]}
eta: {linspace: {from: 0.1, to: 10, count: ${TRIALS / 10}}}
epochs: 5
replicates: 10
`;

await inTemporaryFolder(async (folder) => {
  const fleet = await startFleet(folder);
  try {
    for (let i = 0; i < 4; i++) await fleet.startWorker();
    writeFileSync(join(folder, "experiments/exp.yaml"), SPEC);
    const args = [CLI, "sweep", "experiments/exp.yaml", "--redis", fleet.url];
    const sweep = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    const watched = await watch(fleet, sweep);
    report(watched, (await fleet.client.keys("gridient:trials*")).length);
  } finally {
    await fleet.stop();
  }
});

/** Returns megabytes, once a second while trials come in, and what the coordinator takes at most afterwards. */
async function watch(fleet, sweep) {
  const samples = [];
  let writing = 0;
  while (sweep.exitCode === null) {
    const row = {};
    fleet.workers.forEach(({ pid }, i) => (row[`worker ${i + 1}`] = residentMegabytes(pid)));
    row.coordinator = residentMegabytes(sweep.pid);
    const info = await fleet.client.info("memory");
    row.redis = Number(/used_memory:(\d+)/.exec(info)[1]) / 1e6;
    const isOver = samples.length > 0 && (await fleet.client.hlen("gridient:sweeps")) === 0;
    if (isOver) writing = Math.max(writing, row.coordinator ?? 0);
    else if (row.coordinator !== undefined) samples.push(row);
    await setTimeout(isOver ? 100 : 1000);
  }
  if (sweep.exitCode !== 0) process.exitCode = 1;
  return { samples, writing };
}

function report({ samples, writing }, keys) {
  const quarter = Math.floor(samples.length / 4);
  const most = (rows, name) => Math.max(...rows.map((row) => row[name]));
  const rows = Object.keys(samples[0]).map((name) => {
    const [early, late] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)];
    const growth = most(late, name) / most(early, name);
    if (growth > MOST_GROWTH) process.exitCode = 1;
    return [name, most(early, name).toFixed(1), most(late, name).toFixed(1), growth.toFixed(2)];
  });
  const head = ["megabytes at most", "second quarter", "last quarter", "growth"];
  console.log(plainTable([head, ...rows], ["left", "right", "right", "right"]));
  console.log(`the coordinator, while it writes the results: ${writing.toFixed(1)} MB at most`);
  console.log(`${samples.length} s; ${keys} keys of the queue are left`);
  if (keys > 6) process.exitCode = 1;
}

/** Undefined once the process has ended. */
function residentMegabytes(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1e3;
  } catch {
    return undefined;
  }
}
