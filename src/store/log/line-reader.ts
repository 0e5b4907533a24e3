import { closeSync, readSync } from "node:fs";
import { openRegularFile } from "../../files/open-regular-file.ts";

const BLOCK_BYTES = 1 << 18;

/** Reads lines at known places. Where they follow each other, as records of one sweep mostly do, many come at once. */
export class LineReader {
  #path = "";
  #start = 0;
  #bytes = 0;
  #block: Buffer = Buffer.alloc(0);

  /** Returns a line's text; a shorter one where the file ends before it. @throws {Error} As `openRegularFile` does. */
  read(path: string, offset: number, bytes: number): string {
    if (!this.#holds(path, offset, bytes)) this.#load(path, offset, bytes);
    const from = offset - this.#start;
    return this.#block.toString("utf8", from, Math.min(from + bytes, this.#bytes));
  }

  #holds(path: string, offset: number, bytes: number): boolean {
    return path === this.#path && offset >= this.#start && offset + bytes <= this.#start + this.#bytes;
  }

  #load(path: string, offset: number, bytes: number): void {
    const end = this.#start + this.#bytes;
    const continues = path === this.#path && offset >= this.#start && offset < end + BLOCK_BYTES;
    const wanted = continues ? Math.max(bytes, BLOCK_BYTES) : bytes;
    const handle = openRegularFile(path);
    try {
      if (this.#block.length < wanted) this.#block = Buffer.allocUnsafe(wanted);
      this.#path = ""; // until it is read
      this.#bytes = readSync(handle, this.#block, 0, wanted, offset);
      [this.#path, this.#start] = [path, offset];
    } finally {
      closeSync(handle);
    }
  }
}
