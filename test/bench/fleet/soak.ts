/**
 * `npm run soak:fleet`: 20,000 short trials with four workers; watches the memory of every process and of Redis. Exit code 1
 * if one of them has grown by more than a fifth from the second quarter of the trials to the last, or if Redis keeps
 * finished jobs. What the coordinator needs to write the results is told beside it.
 * @module
 */
import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { CLI } from "../commands.ts";
import { shortTrials } from "../fleet.ts";
import { tableText } from "../table.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import { Fleet } from "./fleet-process.ts";

/** As many as there may be in Redis at once; and when a quarter of them is done, the threads' heaps have their size. */
const MANY = "20000";
const WORKERS = 4;
const MOST_GROWTH = 1.2;
/** Of the queue, once all trials have ended. */
const MOST_KEYS = 6;

/** Megabytes by process. */
type Sample = Readonly<Record<string, number>>;

const { values: options } = parseArgs({ options: { trials: { type: "string", default: MANY } } });
await inTemporaryFolder(async (cwd) => {
  const fleet = await Fleet.start(cwd);
  try {
    for (let i = 0; i < WORKERS; i++) await fleet.startWorker();
    const args = [CLI, "sweep", fleet.writeSpec(shortTrials(Number(options.trials))), "--redis", fleet.url];
    const sweep = spawn(process.execPath, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
    const watched = await watch(fleet, sweep);
    report(watched, (await fleet.client.keys("gridient:trials*")).length);
  } finally {
    await fleet.stop();
  }
});

/** Returns megabytes, once a second while trials come in, and what the coordinator takes at most afterwards. */
async function watch(
  fleet: Fleet,
  sweep: ChildProcess,
): Promise<{ readonly samples: readonly Sample[]; readonly writing: number }> {
  const samples: Sample[] = [];
  let writing = 0;
  while (sweep.exitCode === null) {
    const workers = fleet.workers.map(({ pid }, i) => [`worker ${i + 1}`, residentMegabytes(pid)]);
    const coordinator = residentMegabytes(sweep.pid);
    const info = await fleet.client.info("memory");
    const redis = Number(/used_memory:(\d+)/.exec(info)?.[1]) / 1e6;
    const isOver = samples.length > 0 && (await fleet.client.hlen("gridient:sweeps")) === 0;
    if (isOver) writing = Math.max(writing, coordinator);
    else if (coordinator > 0) samples.push({ ...Object.fromEntries(workers), coordinator, redis });
    await setTimeout(isOver ? 100 : 1000);
  }
  if (sweep.exitCode !== 0) process.exitCode = 1;
  return { samples, writing };
}

function report(
  { samples, writing }: { readonly samples: readonly Sample[]; readonly writing: number },
  keys: number,
): void {
  const quarter = Math.floor(samples.length / 4);
  const most = (rows: readonly Sample[], name: string) => Math.max(...rows.map((row) => row[name] ?? 0));
  const rows = Object.keys(samples[0] ?? {}).map((name) => {
    const early = most(samples.slice(quarter, 2 * quarter), name);
    const late = most(samples.slice(-quarter), name);
    if (late / early > MOST_GROWTH) process.exitCode = 1;
    return [name, early.toFixed(1), late.toFixed(1), (late / early).toFixed(2)];
  });
  console.log(tableText([["megabytes at most", "second quarter", "last quarter", "growth"], ...rows]));
  console.log(`the coordinator, while it writes the results: ${writing.toFixed(1)} MB at most`);
  console.log(`${samples.length} s; ${keys} keys of the queue are left`);
  if (keys > MOST_KEYS) process.exitCode = 1;
}

/** Returns 0 once the process has ended. */
function residentMegabytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1e3;
  } catch {
    return 0;
  }
}
