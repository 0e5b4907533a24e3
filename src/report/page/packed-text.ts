/**
 * Texts that few readers of a page need at once, compressed. Not by zlib, whose bytes depend on version and processor.
 * @module
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** `mem` is stated because its default depends on a logarithm. */
const EFFORT = { level: 6, mem: 8 } as const;

/** Returns a text as base64 of its compressed bytes. Runs in Node only; unpacking also runs in browsers. */
export function packText(text: string): string {
  return Buffer.from(deflateSync(strToU8(text), EFFORT)).toString("base64");
}

/** Returns the text that was packed. */
export function unpackText(packed: string): string {
  return strFromU8(inflateSync(bytesOf(packed)));
}

/** Returns the bytes that a text in base64 is of. */
export function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
