import { mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { syncFolder } from "./sync-folder.ts";

/**
 * Makes a folder and those above it, where they are missing, so that a power failure does not undo it. One after the
 * other: Node's own `recursive` hides why the system refuses, and below /proc it never ends.
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let at = resolve(folder); !(await isFolder(at)) && at !== dirname(at); at = dirname(at))
    missing.push(at);
  for (const at of missing.reverse()) {
    await mkdir(at).catch(async (error: unknown) => {
      if (!(await isFolder(at))) throw error; // else another process was faster
    });
    await syncFolder(dirname(at));
  }
}

async function isFolder(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined);
  return facts?.isDirectory() ?? false;
}
