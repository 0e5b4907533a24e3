import { sha256Hex } from "../text/sha256.ts";
import { canonicalJson } from "./canonical-json.ts";

/** Returns the data digest: SHA-256, hex, over the canonical JSON of a data set's recipe. */
export function recipeDigest(recipe: Readonly<Record<string, unknown>>): string {
  return sha256Hex(canonicalJson(recipe));
}
