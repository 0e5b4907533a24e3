import { createHash, hash, type Hash } from "node:crypto";

/** Returns the SHA-256 of bytes, or of a text in UTF-8. What also runs in a browser uses `@noble/hashes` instead. */
export function sha256Of(
  content: string | NodeJS.ArrayBufferView,
  encoding: "hex" | "base64" = "hex",
): string {
  return hash("sha256", content, encoding);
}

/** Begins the SHA-256 of what comes piece by piece. */
export function startSha256(): Hash {
  return createHash("sha256");
}
