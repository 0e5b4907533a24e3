import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** No shell reads the arguments. */
export function git(args: readonly string[], folder: string, mostBytes: number): SpawnSyncReturns<Buffer> {
  return spawnSync("git", args, { cwd: folder, maxBuffer: mostBytes, windowsHide: true });
}

/** Git is asked from a folder that exists still. */
export function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

/** A list of names that ends here is long enough to know that there are some. */
const MOST_BYTES = 10_000_000;

/** Returns whether git knows a file of a folder, or below it; false outside a repository and where git does not run. */
export function isTracked(folder: string): boolean {
  const path = resolve(folder);
  const { status, stdout } = git(["ls-files", "--", path], nearestFolder(path), MOST_BYTES);
  return status === 0 && stdout.length > 0;
}
