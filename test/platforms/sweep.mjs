import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Trains every trial of some experiments: the store lies below the current folder, and this one starts empty.
 * @param {string[]} command What runs a JavaScript file: a Node, or an emulator and its Node.
 * @param {string[]} specs Absolute paths.
 * @param {string} out Folder for the results.
 * @returns {{ ok: boolean, log: string }} What the command printed, to be shown if it failed.
 */
export function sweep(command, specs, out) {
  const cwd = mkdtempSync(join(tmpdir(), "gridient-sweep-"));
  try {
    const [program, ...args] = [...command, join(root, "dist/cli.js"), "sweep", ...specs, "--out", out];
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: "utf8" });
    return { ok: status === 0, log: `${stdout}${stderr}${error ?? ""}` };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
