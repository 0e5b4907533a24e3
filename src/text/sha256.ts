import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { utf8Bytes } from "./utf8.ts";

/**
 * Returns the SHA-256 of a text in UTF-8. Whole files have a faster one, which the system hands in.
 */
export function sha256Bytes(text: string): Uint8Array {
  return sha256(utf8Bytes(text));
}

/** The same, hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256Bytes(text));
}
