import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../files/make-folder.ts";
import { syncFolder } from "../files/sync-folder.ts";
import { replaceFile } from "../files/write-whole.ts";

/** Files that are written at the same time: each waits for the disk. */
const MOST_WRITES = 16;

/**
 * Writes many files into the folders of a store, one folder after the other: its names are read once and it is flushed
 * once. A file is whole at any time, and survives a power failure from the next `end` on.
 */
export class ShardWriter {
  #folder: string | undefined;
  #names = new Set<string>();
  readonly #open = new Map<string, Promise<void>>();
  #isWritten = false;
  #error: unknown;

  /** Whether a file is there, with what was written before. @throws {Error} What a write before has thrown. */
  async has(folder: string, name: string): Promise<boolean> {
    if (folder !== this.#folder) {
      await this.end();
      this.#names = new Set(await readdir(folder).catch(() => []));
      this.#folder = folder;
    }
    await this.#open.get(name);
    return this.#names.has(name);
  }

  /** Begins to write a file, in the folder that `has` was asked about last; waits while there are too many. */
  async begin(folder: string, name: string, bytes: Uint8Array): Promise<void> {
    while (this.#open.size >= MOST_WRITES) await Promise.race(this.#open.values());
    if (this.#error !== undefined) throw this.#error;
    if (this.#names.size === 0) await makeFolder(folder);
    this.#names.add(name);
    this.#isWritten = true;
    const writing = replaceFile(join(folder, name), bytes)
      .catch((error: unknown) => void (this.#error ??= error))
      .finally(() => this.#open.delete(name));
    this.#open.set(name, writing);
  }

  /** Waits until all that was written is on the disk, with its name. @throws {Error} What a write has thrown. */
  async end(): Promise<void> {
    await Promise.all(this.#open.values());
    if (this.#error !== undefined) throw this.#error;
    if (this.#isWritten && this.#folder !== undefined) await syncFolder(this.#folder);
    this.#isWritten = false;
    this.#folder = undefined;
  }
}
