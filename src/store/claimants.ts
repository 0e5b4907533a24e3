import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import type { Owner } from "./claims.ts";
import { isAlive } from "./is-alive.ts";
import type { ListedFile } from "./list-store.ts";

/** Returns whether the sweep that a claim belongs to may still be running: on another machine nobody can tell. */
export async function mayBeRunning({ path }: ListedFile): Promise<boolean> {
  try {
    const { host, pid } = JSON.parse(await readFile(path, "utf8")) as Owner;
    return host !== hostname() || isAlive(pid);
  } catch {
    return false; // given back meanwhile, or no claim
  }
}
