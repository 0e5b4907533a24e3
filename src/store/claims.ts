import { linkSync, unlinkSync } from "node:fs";
import { open, readFile, type FileHandle } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { makeFolder } from "../files/make-folder.ts";
import { hasEnded, THIS_PROCESS, type ProcessName } from "../files/this-process.ts";

const BEAT_MILLISECONDS = 1000;
/** Beats of our own after which a process that has not moved counts as gone; on one machine a dead one is seen at once. */
const PATIENCE = 10;

/** What a process writes into its file, again and again. */
export interface Owner extends ProcessName {
  readonly name: string;
  /** A counter that increases while the process lives; it does not depend on clocks. */
  readonly beat: number;
}

/**
 * Claims of this process on work that others may want to do at the same time. A process has one file; to claim a key
 * is to link that file to the key's name, which succeeds for one process only, and one write a second renews all its
 * claims. A claim avoids that work is done twice. It protects nothing, because every process writes the same
 * bytes, so a file system without links lets all processes claim everything.
 */
export class Claims {
  readonly #folder: string;
  readonly #name = randomUUID();
  readonly #held = new Set<string>();
  /** Other owners by name: their last beat, and our own when we first saw it. */
  readonly #seen = new Map<string, { beat: number; since: number }>();
  #beat = 0;
  #file: Promise<FileHandle> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Returns whether the key is ours now; false while a living process has it. */
  async claim(key: string): Promise<boolean> {
    await (this.#file ??= this.#open());
    if (this.#link(key)) return true;
    if (!(await this.#isAbandoned(key))) return false;
    this.#remove(key); // two that do this at the same moment both get the key: see above
    return this.#link(key);
  }

  /** Gives a key back. */
  release(key: string): void {
    if (this.#held.delete(key)) this.#remove(key);
  }

  /** Gives everything back. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    const file = await this.#file?.catch(() => undefined); // the error was reported when it was opened
    this.#file = undefined;
    for (const key of this.#held) this.release(key);
    await file?.close();
    this.#remove(this.#name);
  }

  async #open(): Promise<FileHandle> {
    await makeFolder(this.#folder);
    const file = await open(this.#path(this.#name), "wx");
    await this.#write(file);
    this.#timer = setInterval(() => {
      this.#beat += 1;
      this.#write(file).catch(() => undefined); // a missed beat does no harm
    }, BEAT_MILLISECONDS).unref();
    return file;
  }

  /** Overwrites in place, always the same number of bytes, so that a reader never sees half of it. */
  async #write(file: FileHandle): Promise<void> {
    const owner: Owner = { ...THIS_PROCESS, name: this.#name, beat: this.#beat };
    await file.write(JSON.stringify(owner).padEnd(400), 0);
  }

  /** Not asynchronously, as that takes many times as long, and every trial needs it. */
  #link(key: string): boolean {
    try {
      linkSync(this.#path(this.#name), this.#path(key));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    }
    this.#held.add(key);
    return true;
  }

  async #isAbandoned(key: string): Promise<boolean> {
    const owner = await readOwner(this.#path(key));
    if (!owner) return true;
    if (hasEnded(owner)) return true;
    const seen = this.#seen.get(owner.name);
    if (seen?.beat === owner.beat) return this.#beat - seen.since >= PATIENCE;
    this.#seen.set(owner.name, { beat: owner.beat, since: this.#beat });
    return false;
  }

  #remove(key: string): void {
    try {
      unlinkSync(this.#path(key));
    } catch {
      // another process was faster
    }
  }

  #path(key: string): string {
    return join(this.#folder, key);
  }
}

/** Returns whether the sweep that a claim belongs to may still be running: on another machine this is unknown. */
export async function mayBeRunning(claim: string): Promise<boolean> {
  const owner = await readOwner(claim);
  return owner !== undefined && !hasEnded(owner);
}

/** Returns who holds a claim; undefined where it was just given back, or where its file makes no sense. */
async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Owner;
  } catch {
    return undefined;
  }
}
