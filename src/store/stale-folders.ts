import { hash } from "node:crypto";
import { readdir, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { pid } from "node:process";
import { moveForeignFiles } from "./foreign-files.ts";
import { isAlive } from "./is-alive.ts";

/** Names a temporary folder: its role, the machine, the process, a number and the folder of results. */
const TEMPORARY = /^\.tmp-(new|old)-([0-9a-f]{8})-(\d+)-\d+-(.*)$/s;

/** Returns where this process writes the results of `folder` before they take its place. */
export function freshFolder(folder: string): string {
  return temporaryFolder(folder, "new", 1);
}

/** Returns where this process moves what was in that place, at its nth try. */
export function asideFolder(folder: string, n: number): string {
  return temporaryFolder(folder, "old", n);
}

/**
 * Clears up after processes that were killed while they replaced the results of `folder`: a half-written folder
 * disappears; one that had been moved aside goes back, or where newer results are there, the user's files do. Of
 * another machine nobody can tell which processes live: what it is writing stays.
 */
export async function clearStaleFolders(folder: string): Promise<void> {
  const siblings: string[] = await readdir(dirname(folder)).catch(() => []);
  for (const name of siblings) {
    const [, role, host, process, base] = TEMPORARY.exec(name) ?? [];
    if (base !== basename(folder) || host !== machine() || isAlive(Number(process))) continue;
    const stale = join(dirname(folder), name);
    if (role === "old" && (await succeeds(rename(stale, folder)))) continue;
    if (role === "old") await moveForeignFiles(stale, folder);
    await rm(stale, { recursive: true, force: true });
  }
}

function temporaryFolder(folder: string, role: "new" | "old", n: number): string {
  return join(dirname(folder), `.tmp-${role}-${machine()}-${pid}-${n}-${basename(folder)}`);
}

/** Names this machine among those that share a disk. */
function machine(): string {
  return hash("sha256", hostname()).slice(0, 8);
}

function succeeds(promise: Promise<void>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  );
}
