import { createHash } from "node:crypto";
import type { PinnedFile } from "../../src/data/mnist/mnist-files.ts";

/** Returns the description of a file that holds `contents`. */
export function pinned(name: string, contents: Buffer): PinnedFile {
  return { name, bytes: contents.length, sha256: createHash("sha256").update(contents).digest("hex") };
}
