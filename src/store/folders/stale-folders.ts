import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { hasEnded, THIS_PROCESS } from "../../files/this-process.ts";
import { moveForeignFiles } from "./foreign-files.ts";

/** Names a temporary folder: its role, the process that made it, a random part and the folder of results. */
const TEMPORARY = /^\.tmp-(new|old)-([0-9a-f]{8})-(\d+)-(\d*)-[0-9a-f]{8}-(.*)$/s;

/** To replace results takes seconds: a folder this old was left behind, by any process. */
const DAY_MILLISECONDS = 86_400_000;

/** Returns a new name beside `folder`: where results are written before they take its place, or where old ones are moved aside. */
export function temporaryFolder(folder: string, role: "new" | "old"): string {
  const { machine, pid, started } = THIS_PROCESS;
  const name = [".tmp", role, machine, pid, started, randomUUID().slice(0, 8), basename(folder)].join("-");
  return join(dirname(folder), name);
}

/**
 * Clears up after processes that were killed while they replaced the results of `folder`: a half-written folder
 * disappears; one that had been moved aside goes back, or where newer results are there, the user's files do. Whether
 * a process of another machine or container still runs is unknown: its folders are cleared up once they are a day old.
 */
export async function clearStaleFolders(folder: string): Promise<void> {
  const siblings: string[] = await readdir(dirname(folder)).catch(() => []);
  for (const name of siblings) {
    const [, role, machine = "", pid, started = "", base] = TEMPORARY.exec(name) ?? [];
    if (base !== basename(folder)) continue;
    const stale = join(dirname(folder), name);
    const isOurs = machine === THIS_PROCESS.machine;
    const isStale = isOurs ? hasEnded({ machine, pid: Number(pid), started }) : await isOld(stale);
    if (!isStale) continue;
    if (role === "old" && (await succeeds(rename(stale, folder)))) continue;
    if (role === "old") await moveForeignFiles(stale, folder);
    await rm(stale, { recursive: true, force: true });
  }
}

/**
 * Returns whether nothing has changed at a path for a day, by the file system's own time, as the clocks of two machines
 * may differ. A rename renews the time of change.
 */
export async function isOld(path: string): Promise<boolean> {
  const probe = temporaryFolder(path, "new");
  try {
    await mkdir(probe);
    const [now, then] = [await stat(probe), await stat(path)];
    return now.ctimeMs - then.ctimeMs > DAY_MILLISECONDS;
  } catch {
    return false; // cleared up by another process, or not ours to write
  } finally {
    await rm(probe, { recursive: true, force: true });
  }
}

function succeeds(promise: Promise<void>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  );
}
