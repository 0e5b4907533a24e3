/**
 * Texts that few readers of a page need at once, compressed. Not by zlib, whose bytes depend on version and processor.
 * @module
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { base64Bytes, base64Text } from "../../text/base64.ts";

/** `mem` is stated because its default depends on a logarithm. */
const EFFORT = { level: 6, mem: 8 } as const;

/** Returns a text as base64 of its compressed bytes. */
export function packText(text: string): string {
  return base64Text(deflateSync(strToU8(text), EFFORT));
}

/** Returns the text that was packed. */
export function unpackText(packed: string): string {
  return strFromU8(inflateSync(base64Bytes(packed)));
}
