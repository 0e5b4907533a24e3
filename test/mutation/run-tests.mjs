import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Seconds of CPU time after which a mutant counts as an endless loop: the slowest tests of a file take a third. */
const MOST_CPU_SECONDS = 120;
const TICKS_PER_SECOND = 100;

/** @type {import("node:child_process").ChildProcess | undefined} */
let child;

/**
 * Whether tests pass on a mutant; without one, on the code as it is. An endless loop fails.
 * @throws {Error} If no test ran.
 */
export async function runTests(tests, mutant) {
  child ??= await startProcess();
  const started = cpuSeconds(child.pid);
  child.send({ tests, mutant });
  const listening = new AbortController();
  const ending = ["message", "exit"].map((event) => once(child, event, { signal: listening.signal }));
  const watch = setInterval(() => {
    if (cpuSeconds(child.pid) - started > MOST_CPU_SECONDS) child.kill("SIGKILL");
  }, 500);
  const [found] = await Promise.race(ending);
  clearInterval(watch);
  listening.abort();
  await Promise.allSettled(ending);
  if (typeof found !== "object" || !found) {
    child = undefined;
    return false;
  }
  if (found.passed && found.count === 0) throw new Error(`No test ran of ${tests.join(" ")}`);
  return found.passed;
}

/** Ends the process that runs the tests. */
export function stopTests() {
  child?.disconnect();
}

async function startProcess() {
  const started = fork(fileURLToPath(new URL("test-process.mjs", import.meta.url)), {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...process.env, CI: "1", GRIDIENT_DATA_DIR: "" },
  });
  await once(started, "message");
  return started;
}

/** Returns the CPU time of a process of Linux. */
function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0; // it has ended
  }
}
