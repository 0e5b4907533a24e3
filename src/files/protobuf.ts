/**
 * As much of Protocol Buffers' wire format as ONNX files and TensorBoard's events need: a message is its fields, one after the other.
 * Source: https://protobuf.dev/programming-guides/encoding
 * @module
 */

const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

/** Returns a whole number from 0 up as a field of a message: int32, int64, bool or an enumeration. */
export function integerField(field: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(8 * field + VARINT), ...varint(value)]);
}

/** Returns a float32 as a field of a message. */
export function floatField(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return joinBytes([Uint8Array.from(varint(8 * field + FIXED32)), bytes]);
}

/** Returns a float64 as a field of a message. */
export function doubleField(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return joinBytes([Uint8Array.from(varint(8 * field + FIXED64)), bytes]);
}

/** Returns text, bytes or an inner message as a field of a message. */
export function bytesField(field: number, value: string | Uint8Array): Uint8Array {
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  const head = [...varint(8 * field + LENGTH_DELIMITED), ...varint(bytes.length)];
  return joinBytes([Uint8Array.from(head), bytes]);
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function varint(value: number): number[] {
  return value < 128 ? [value] : [128 + (value % 128), ...varint(Math.floor(value / 128))];
}

/** Returns bytes one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
