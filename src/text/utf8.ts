const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Longer texts are decoded as a whole: starting a decoder takes as long as a few dozen letters. */
const SHORT = 40;
/** The first byte that is no letter of ASCII, and four of them. */
const [FIRST_OTHER, OTHERS] = [0x80, 0x80808080];

/** Returns a text in UTF-8. */
export function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Returns bytes as text; what is no UTF-8 becomes U+FFFD. */
export function utf8Text(bytes: Uint8Array, start = 0, end: number = bytes.length): string {
  let text = "";
  if (end - start <= SHORT) {
    let at = start;
    for (; at < end && bytes[at]! < FIRST_OTHER; at++) text += String.fromCharCode(bytes[at]!);
    if (at >= end) return text;
  }
  return decoder.decode(bytes.subarray(start, end));
}

/** Returns whether bytes are UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  if (isAscii(bytes)) return true;
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Looks at four bytes at a time, where they lie so. */
function isAscii(bytes: Uint8Array): boolean {
  const { buffer, byteOffset, length } = bytes;
  const head = -byteOffset & 3;
  if (length < head + 4) return bytes.every((byte) => byte < FIRST_OTHER);
  const words = new Uint32Array(buffer, byteOffset + head, (length - head) >> 2);
  let bits = 0;
  for (let i = 0; i < words.length; i++) bits |= words[i]!;
  if ((bits & OTHERS) !== 0) return false;
  for (let i = 0; i < head; i++) bits |= bytes[i]!;
  for (let i = head + 4 * words.length; i < length; i++) bits |= bytes[i]!;
  return (bits & OTHERS) === 0;
}

/** Returns each byte as one character. */
export function latin1Text(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Returns arrays of bytes as one. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
