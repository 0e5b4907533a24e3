import { utf8Text } from "./utf8.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PADDING = 0x3d;

/** Returns bytes as base64. Node's btoa takes several times as long. Source: RFC 4648, section 4. */
export function base64Text(bytes: Uint8Array): string {
  const { length } = bytes;
  const text = new Uint8Array(4 * Math.ceil(length / 3)).fill(PADDING);
  for (let at = 0, to = 0; at < length; at += 3, to += 4) {
    const bits = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text[to] = LETTERS.charCodeAt(bits >> 18);
    text[to + 1] = LETTERS.charCodeAt((bits >> 12) & 63);
    if (at + 1 < length) text[to + 2] = LETTERS.charCodeAt((bits >> 6) & 63);
    if (at + 2 < length) text[to + 3] = LETTERS.charCodeAt(bits & 63);
  }
  return utf8Text(text);
}

/** Returns the bytes that a text in base64 is of. @throws {Error} If it is none. */
export function base64Bytes(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
