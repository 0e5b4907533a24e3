import { closeSync, readSync } from "node:fs";
import { openRegularFile } from "./open-regular-file.ts";

const CHUNK_BYTES = 1 << 20;

/**
 * Yields the bytes of a file from a position on, a piece at a time; each piece is overwritten by the next one.
 *
 * @param chunk Where they are read into: new room for each of many small files takes longer than reading them.
 * @throws {Error} As `openRegularFile` does, or if the system refuses.
 */
export function* readChunks(
  file: string,
  from = 0,
  chunk = new Uint8Array(CHUNK_BYTES),
): Generator<Uint8Array> {
  const handle = openRegularFile(file);
  try {
    const readAt = (position: number): number => readSync(handle, chunk, 0, chunk.length, position);
    for (let [at, size] = [from, readAt(from)]; size > 0; at += size, size = readAt(at))
      yield chunk.subarray(0, size);
  } finally {
    closeSync(handle);
  }
}
