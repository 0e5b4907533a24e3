import { readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pid } from "node:process";
import { isAlive } from "./is-alive.ts";

/** The two folders that replacing results needs for a moment, named after the process that makes them. */
export function temporaryFolders(folder: string): { fresh: string; old: string } {
  const at = (role: string): string => join(dirname(folder), `.tmp-${role}-${pid}-${basename(folder)}`);
  return { fresh: at("new"), old: at("old") };
}

/**
 * Clears up after processes that were killed while they replaced the results of `folder`: a half-written folder
 * disappears; one that had been moved aside goes back, unless newer results are there.
 */
export async function clearStaleFolders(folder: string): Promise<void> {
  const siblings: string[] = await readdir(dirname(folder)).catch(() => []);
  for (const name of siblings) {
    const match = /^\.tmp-(new|old)-(\d+)-(.*)$/s.exec(name);
    if (!match || match[3] !== basename(folder) || isAlive(Number(match[2]))) continue;
    const stale = join(dirname(folder), name);
    const isWanted = match[1] === "old" && !siblings.includes(basename(folder));
    const restored = isWanted && (await succeeds(rename(stale, folder)));
    if (!restored) await rm(stale, { recursive: true, force: true });
  }
}

function succeeds(promise: Promise<void>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  );
}
