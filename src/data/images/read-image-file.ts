import type { System } from "../../files/system.ts";
import { MOST_IMAGE_BYTES } from "../limits.ts";

/** Returns the bytes of the file of an image. @throws {Error} If the system refuses, or it is too large. */
export function readImageFile(path: string, { find, read }: System): Uint8Array {
  const bytes = find(path)?.bytes ?? 0;
  if (bytes > MOST_IMAGE_BYTES)
    throw new Error(`it must have at most ${MOST_IMAGE_BYTES} bytes (got ${bytes})`);
  return read(path);
}
