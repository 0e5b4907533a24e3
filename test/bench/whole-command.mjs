import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";

/** The share of the machine that other processes may take while a command is timed. */
const MOST_FOREIGN = 0.05;
/** Clock ticks a second in /proc/PID/stat. */
const TICKS = 100;

/**
 * Runs a command from start to end.
 * @param {string[]} command
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ seconds: number, isCalm: boolean, output: string }>} Wall time, and whether other processes left
 *   the cores alone meanwhile.
 * @throws {Error} If it fails; the message is the last line of what it printed.
 */
export async function timeCommand([program, ...args], options) {
  const busyBefore = busySeconds();
  const ownBefore = ownSeconds();
  const start = performance.now();
  const { code, output } = await run(program, args, options);
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(output.trim().split("\n").at(-1) || `"${program}" failed`);
  const foreign = busySeconds() - busyBefore - (ownSeconds() - ownBefore);
  return { seconds, isCalm: foreign <= MOST_FOREIGN * seconds * cpus().length, output };
}

function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** Seconds that all cores have worked, for whomever. */
function busySeconds() {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000;
}

/** Seconds of them that this process and the children it has waited for took: fields 14 to 17 of /proc/self/stat. */
function ownSeconds() {
  if (process.platform !== "linux") return 0;
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
}
