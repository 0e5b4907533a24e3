import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../../dist/program/cli.js", import.meta.url));
const PROBE = new URL("../../support/loaded-modules.mjs", import.meta.url).href;

/**
 * Runs the command line in a folder and returns what the process says of itself at its end.
 * @returns {{ output: string, files: string[], cpuSeconds: number, wallSeconds: number, peakBytes: number }}
 * @throws {Error} If it fails.
 */
export function observe(args, cwd) {
  const note = join(cwd, "loaded.json");
  const env = { ...process.env, NODE_OPTIONS: `--import=${PROBE}`, GRIDIENT_LOADED: note };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`Cannot measure a command as it must succeed: ${stderr}`);
  return { output: stdout, ...JSON.parse(readFileSync(note, "utf8")) };
}
