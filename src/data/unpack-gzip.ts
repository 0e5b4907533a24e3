import { constants, gunzipSync } from "node:zlib";
import { ALWAYS_UNPACKED, MOST_EXPANSION, MOST_UNPACKED } from "./limits.ts";

/** What to do about a file that unpacks to more than is allowed. */
export const UNPACK_IT = "Unpack the file, if its contents are as they should be";

/** Returns whether bytes begin as a file that gzip has packed. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Returns how many bytes a packed file of so many may unpack to. */
export function mostUnpacked(packedBytes: number): number {
  return Math.min(MOST_UNPACKED, Math.max(ALWAYS_UNPACKED, MOST_EXPANSION * packedBytes));
}

/**
 * Returns the contents of a file that gzip has packed.
 * @param most Bytes that they may have.
 * @throws {Error} If it is damaged, or at the first byte too many.
 */
export function unpackGzip(packed: Uint8Array, most: number = mostUnpacked(packed.length)): Buffer {
  try {
    return gunzipSync(packed, { maxOutputLength: most });
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    throw new Error(`it unpacks to more than ${most} bytes (from ${packed.length})`, { cause: error });
  }
}

/** Bytes of a packed file that surely hold the header of its contents; they unpack to a few megabytes at most. */
const START_BYTES = 4096;

/** Returns the first bytes of the contents. @throws {Error} If they are damaged. */
export function unpackedStart(packed: Uint8Array): Buffer {
  if (packed.length <= START_BYTES) return gunzipSync(packed);
  return gunzipSync(packed.subarray(0, START_BYTES), { finishFlush: constants.Z_SYNC_FLUSH });
}

/** Returns whether zlib stopped because there was more than it was allowed to return. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}
