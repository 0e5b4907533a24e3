import { readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../../files/make-folder.ts";
import { writeWhole } from "../../files/write-whole.ts";

/** Data that has not been used for this long is dropped. */
const KEPT_DAYS = 30;
const DAY_MILLISECONDS = 24 * 3600 * 1000;

/** The data sets that this machine has received, each in a file. A file that cannot be read or written costs a transfer. */
export class DataCache {
  readonly #folder: string;
  readonly #date: () => number;

  /** @param date Milliseconds since 1970. */
  constructor(cacheDir: string, date: () => number) {
    this.#folder = join(cacheDir, "fleet");
    this.#date = date;
  }

  async read(digest: string): Promise<Buffer | undefined> {
    const file = this.#file(digest);
    const bytes = await readFile(file).catch(() => undefined);
    const seconds = this.#date() / 1000;
    if (bytes) await utimes(file, seconds, seconds).catch(() => undefined); // the file of another user, who keeps it
    return bytes;
  }

  async write(digest: string, bytes: Uint8Array): Promise<void> {
    await makeFolder(this.#folder).catch(() => undefined);
    await writeWhole(this.#file(digest), bytes).catch(() => undefined);
  }

  /** Drops data that has not been used for long. */
  async clean(): Promise<void> {
    const names: string[] = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      const file = join(this.#folder, name);
      const used = (await stat(file).catch(() => undefined))?.mtimeMs ?? Infinity;
      if (this.#date() - used > KEPT_DAYS * DAY_MILLISECONDS)
        await rm(file, { force: true }).catch(() => undefined);
    }
  }

  #file(digest: string): string {
    return join(this.#folder, `${digest}.data`);
  }
}
