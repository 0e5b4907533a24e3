import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical-json.ts";

/** Returns the data digest: SHA-256, hex, over the canonical JSON of a data set's recipe. */
export function recipeDigest(recipe: Readonly<Record<string, unknown>>): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(recipe))));
}
