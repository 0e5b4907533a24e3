import { readFileSync, statSync } from "node:fs";
import { MOST_IMAGE_BYTES } from "../limits.ts";

/** Returns the bytes of the file of an image. @throws {Error} If the system refuses, or it is too large. */
export function readImageFile(path: string): Buffer {
  const { size } = statSync(path);
  if (size > MOST_IMAGE_BYTES)
    throw new Error(`it must have at most ${MOST_IMAGE_BYTES} bytes (got ${size})`);
  return readFileSync(path);
}
