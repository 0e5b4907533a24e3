import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname } from "node:path";

/** No shell reads the arguments. */
export function git(args: readonly string[], folder: string, mostBytes: number): SpawnSyncReturns<Buffer> {
  return spawnSync("git", args, { cwd: folder, maxBuffer: mostBytes, windowsHide: true });
}

/** Git is asked from a folder that exists still. */
export function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}
