import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
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

/**
 * Runs `view` of a folder of results, and asks it once for its list and once for the page of an experiment.
 * @returns {Promise<ReturnType<typeof measureCommand>>} Wall time until both have come.
 */
export async function measureView(cwd, name, { program = CLI } = {}) {
  const start = performance.now();
  const child = spawn(process.execPath, ["--import", PROBE, program, "view"], {
    cwd,
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  let note = "";
  child.stdio[3].setEncoding("utf8").on("data", (text) => (note += text));
  const [line] = await once(child.stdout, "data");
  const url = /http:\S+/.exec(String(line))[0];
  for (const page of ["", `report/${name}`]) await (await fetch(new URL(page, url))).text();
  const seconds = (performance.now() - start) / 1000;
  child.kill("SIGINT");
  const [status] = await once(child, "close");
  const [cpu, megabytes] = note ? JSON.parse(note) : [NaN, NaN];
  return { status, stderr: "", cpu, seconds, megabytes };
}
