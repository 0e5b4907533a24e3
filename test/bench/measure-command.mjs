import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../dist/program/cli.js", import.meta.url));
/** Prints a process's own figures at its end: `time` is not everywhere. */
const PROBE = `data:text/javascript,${encodeURIComponent(`import { writeSync } from "node:fs";
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024]));
});`)}`;

/**
 * Runs the built command line from start to end.
 * @param {string} cwd
 * @param {readonly (string | number)[]} args
 * @param {{ program?: string, nodeArgs?: readonly string[] }} [options] Another build to run, and options of Node.
 * @returns {{ status: number | null, stderr: string, cpu: number, seconds: number, megabytes: number }} CPU time and wall
 *   time in seconds, and its highest memory; NaN if it was ended by force.
 */
export function measureCommand(cwd, args, { program = CLI, nodeArgs = [] } = {}) {
  const start = performance.now();
  const { output, status, stderr } = spawnSync(
    process.execPath,
    [...nodeArgs, "--import", PROBE, program, ...args.map(String)],
    { cwd, stdio: ["ignore", "ignore", "pipe", "pipe"], encoding: "utf8" },
  );
  const seconds = (performance.now() - start) / 1000;
  const [cpu, megabytes] = output[3] ? JSON.parse(output[3]) : [NaN, NaN];
  return { status, stderr, cpu, seconds, megabytes };
}
