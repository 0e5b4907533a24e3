import type { Decoders } from "../files/system.ts";
import { ALWAYS_UNPACKED, MOST_EXPANSION, MOST_UNPACKED } from "./limits.ts";

type Unpacker = Pick<Decoders, "unpack">;

/** What to do about a file that unpacks to more than is allowed. */
export const UNPACK_IT = "Unpack the file, if its contents are as they should be";

/** A file holds more than is allowed. */
export class UnpacksTooFar extends Error {}

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
export function unpackGzip(
  packed: Uint8Array,
  { unpack }: Unpacker,
  most: number = mostUnpacked(packed.length),
): Uint8Array {
  const contents = unpack(packed, { format: "gzip", most });
  if (contents) return contents;
  throw new UnpacksTooFar(`it unpacks to more than ${most} bytes (from ${packed.length})`);
}

/** Bytes of a packed file that surely hold the header of its contents; they unpack to a few megabytes at most. */
const START_BYTES = 4096;
const MOST_START_BYTES = 1 << 23;

/** Returns the first bytes of the contents. @throws {Error} If they are damaged. */
export function unpackedStart(packed: Uint8Array, { unpack }: Unpacker): Uint8Array {
  const isCut = packed.length > START_BYTES;
  const start = unpack(packed.subarray(0, START_BYTES), { format: "gzip", most: MOST_START_BYTES, isCut });
  return start ?? new Uint8Array(0);
}
