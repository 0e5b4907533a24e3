import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

const CHUNK_BYTES = 1 << 20;

/**
 * Yields the bytes of a file, or of the one that a symbolic link leads to, a piece at a time; each piece is overwritten
 * by the next one. A pipe or a device is refused before a byte is read.
 *
 * @throws {Error} If the system refuses, or if it is no regular file.
 */
export function* readChunks(file: string): Generator<Uint8Array> {
  // Opening a pipe would wait for its writer; Windows knows no such flag.
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = fstatSync(handle);
    if (facts.isDirectory()) throw new Error("it is a folder");
    if (!facts.isFile()) throw new Error("it is no regular file");
    const chunk = new Uint8Array(CHUNK_BYTES);
    for (let size = readSync(handle, chunk); size > 0; size = readSync(handle, chunk)) {
      yield chunk.subarray(0, size);
    }
  } finally {
    closeSync(handle);
  }
}
