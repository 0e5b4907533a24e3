import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { makeFolder } from "../files/make-folder.ts";
import { sha256Of } from "../files/sha256-of.ts";
import { writeWhole } from "../files/write-whole.ts";
import { shardFolder, stampFile } from "./store-paths.ts";

/** Raised by every change of what a stamp says: older ones then say nothing. */
const FORMAT = 2;

/** Digests of what a sweep used and wrote, and what it printed. Where all of them are unchanged, nothing need be done again. */
export interface Stamp {
  /** Digests of what was asked, of the records and portraits that went into the results, and of the files of results. */
  readonly asked: string;
  readonly records: string;
  readonly portraits: string;
  readonly files: string;
  /** Trials whose portraits these are. */
  readonly portrayed: readonly string[];
  readonly printed: Printed;
}

/** What a sweep prints at its end. */
export interface Printed {
  readonly leaderboard: string;
  /** How many expectations hold; empty where nothing is expected. */
  readonly expectations: string;
  /** The expectations, and what became of each. */
  readonly cases: readonly {
    readonly name: string;
    readonly status: "passed" | "failed" | "skipped";
    readonly found: string;
  }[];
}

/** Returns what the stamp of an experiment is filed under: one for each name, as there is one folder of results. */
export function stampId(experimentName: string): string {
  return sha256Of(`stamp ${experimentName}`);
}

/** Returns whether there is a stamp of an experiment, in any format. */
export function hasStamp(store: string, experimentName: string): boolean {
  return existsSync(stampFile(store, stampId(experimentName)));
}

/** Returns the stamp of an experiment, or undefined where there is none that can be used. */
export async function readStamp(store: string, experimentName: string): Promise<Stamp | undefined> {
  try {
    const text = await readFile(stampFile(store, stampId(experimentName)), "utf8");
    const { sha256, ...content } = JSON.parse(text) as { sha256: string; format: number; stamp: Stamp };
    const isWhole = sha256 === sha256Of(JSON.stringify(content));
    return isWhole && content.format === FORMAT ? content.stamp : undefined;
  } catch {
    return undefined; // absent, or cut off
  }
}

/** Keeps the stamp of an experiment in place of an older one. */
export async function writeStamp(store: string, experimentName: string, stamp: Stamp): Promise<void> {
  const id = stampId(experimentName);
  const content = { format: FORMAT, stamp };
  await makeFolder(shardFolder(store, id));
  const text = JSON.stringify({ sha256: sha256Of(JSON.stringify(content)), ...content });
  await writeWhole(stampFile(store, id), `${text}\n`);
}
