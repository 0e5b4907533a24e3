import { base64Bytes, base64Text } from "../../text/base64.ts";

/** Returns float32 numbers, little-endian, as base64: the same bits on every machine. */
export function encodeFloats(values: Float32Array): string {
  const view = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, i) => view.setFloat32(4 * i, value, true));
  return base64Text(new Uint8Array(view.buffer));
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
    return base64Bytes(text);
  } catch {
    return undefined;
  }
}
