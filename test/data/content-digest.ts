import { createHash } from "node:crypto";
import type { Dataset } from "../../src/data/dataset.ts";

/** Returns the SHA-256 of everything a data set holds: inputs (little-endian), labels or targets and parts. */
export function contentDigest({ inputs, labels, targets, parts }: Dataset): string {
  const hash = createHash("sha256");
  for (const array of [inputs, labels ?? targets, parts.train, parts.validation, parts.test]) {
    hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  }
  return hash.digest("hex");
}
