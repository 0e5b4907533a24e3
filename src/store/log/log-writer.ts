import { open, rm, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder } from "../../files/make-folder.ts";
import { syncFolder } from "../../files/sync-folder.ts";

/** Bytes that wait to be written. */
interface Waiting {
  readonly bytes: Uint8Array;
  readonly resolve: (offset: number) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Appends to a log that no other process writes. What is appended while the disk is busy is flushed together, so that many
 * records cost one flush.
 */
export class LogWriter {
  readonly #path: string;
  #file: FileHandle | undefined;
  /** Where the last bytes that are durable end. */
  #end = 0;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;
  #isBroken = false;

  /** The file and its folder are made with the first bytes. */
  constructor(path: string) {
    this.#path = path;
  }

  /** What could not be written could not be taken back either: more bytes would be appended to half a line. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Appends bytes; fulfilled with their offset when they are on the disk. @throws {Error} What the system says. */
  append(bytes: Uint8Array): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  /** Ends the log with an empty line, so that readers need not check whether it has grown. Nothing may be appended after that. */
  async close(): Promise<void> {
    await this.#flushing;
    if (!this.#file) return;
    if (this.#end > 0 && !this.#isBroken) await this.#file.appendFile("\n").catch(() => undefined);
    await this.#file.close();
    if (this.#end === 0) await rm(this.#path, { force: true });
  }

  async #flush(): Promise<void> {
    await Promise.resolve(); // what is appended at the same moment goes along
    while (this.#waiting.length > 0) await this.#put(this.#waiting.splice(0));
    this.#flushing = undefined;
  }

  async #put(batch: readonly Waiting[]): Promise<void> {
    try {
      if (this.#isBroken) throw new Error("an earlier record was cut off");
      const file = (this.#file ??= await this.#open());
      await file.appendFile(Buffer.concat(batch.map(({ bytes }) => bytes)));
      await file.datasync();
    } catch (error) {
      await this.#takeBack();
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const one of batch) await this.#put([one]); // what still finds room is kept
      return;
    }
    for (const { bytes, resolve } of batch) {
      resolve(this.#end);
      this.#end += bytes.length;
    }
  }

  async #open(): Promise<FileHandle> {
    const folder = dirname(this.#path);
    await makeFolder(folder);
    const file = await open(this.#path, "ax");
    try {
      await syncFolder(folder);
      return file;
    } catch (error) {
      await file.close();
      await rm(this.#path, { force: true });
      throw error;
    }
  }

  async #takeBack(): Promise<void> {
    try {
      await this.#file?.truncate(this.#end);
    } catch {
      this.#isBroken = true;
    }
  }
}
