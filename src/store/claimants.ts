import { readFile } from "node:fs/promises";
import { hasEnded } from "../files/this-process.ts";
import type { Owner } from "./claims.ts";
import type { ListedFile } from "./list-store.ts";

/** Returns whether the sweep that a claim belongs to may still be running: on another machine nobody can tell. */
export async function mayBeRunning({ path }: ListedFile): Promise<boolean> {
  try {
    return !hasEnded(JSON.parse(await readFile(path, "utf8")) as Owner);
  } catch {
    return false; // given back meanwhile, or no claim
  }
}
