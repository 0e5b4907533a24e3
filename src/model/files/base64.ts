/** Bytes in one call of String.fromCharCode: more arguments than a stack holds are too many. */
const CHUNK = 8192;

/** Returns float32 numbers, little-endian, as base64: the same bits on every machine. */
export function encodeFloats(values: Float32Array): string {
  const view = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, i) => view.setFloat32(4 * i, value, true));
  const bytes = new Uint8Array(view.buffer);
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** Returns the numbers again; undefined where the text is no base64 or no whole number of them. */
export function decodeFloats(text: string): Float32Array | undefined {
  const bytes = decode(text);
  if (!bytes || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}

function decode(text: string): Uint8Array | undefined {
  try {
    const binary = atob(text);
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
