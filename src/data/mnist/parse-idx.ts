import { GridientError } from "../../errors.ts";

/** An array as an IDX file holds it. */
export interface IdxArray {
  /** Length of each dimension, slowest first. */
  readonly sizes: readonly number[];
  /** Row-major; unsigned bytes are a view into the file's contents, other numbers are rounded to float32. */
  readonly values: Uint8Array | Float32Array;
}

/** How a file holds its numbers, all of them big-endian. */
interface NumberType {
  readonly bytes: number;
  /** Absent of unsigned bytes, which are there as they are. */
  readonly read?: (view: DataView, at: number) => number;
}

const TYPES: Readonly<Record<number, NumberType>> = {
  0x08: { bytes: 1 },
  0x09: { bytes: 1, read: (view, at) => view.getInt8(at) },
  0x0b: { bytes: 2, read: (view, at) => view.getInt16(at) },
  0x0c: { bytes: 4, read: (view, at) => view.getInt32(at) },
  0x0d: { bytes: 4, read: (view, at) => view.getFloat32(at) },
  0x0e: { bytes: 8, read: (view, at) => view.getFloat64(at) },
};
const TYPE_NAMES =
  "8 (unsigned byte), 9 (signed byte), b (int16), c (int32), d (float32) or e (float64), in hexadecimal";

/**
 * Returns the array in the contents of an IDX file: two zero bytes, the type, the number of
 * dimensions, each dimension as a big-endian 32-bit integer, then the values.
 * Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits", section "File formats".
 * @param name What messages call the file.
 * @throws {GridientError} E_DATA if the header is another one or does not fit the number of bytes, or a value is none
 * that float32 has.
 */
export function parseIdx(contents: Uint8Array, name: string): IdxArray {
  const { header, sizes, type } = parseHeader(contents, name);
  const values = contents.subarray(header);
  if (values.length !== type.bytes * product(sizes)) {
    throw refused(name, `must have ${sizes.join(" x ")} values, as its header says`, values);
  }
  return { sizes, values: type.read ? numbersIn(values, type.bytes, type.read, name) : values };
}

/** Returns the array of a file of unsigned bytes. @throws {GridientError} E_DATA if it is another one. */
export function parseIdxBytes(contents: Uint8Array, name: string): Uint8Array {
  const { values } = parseIdx(contents, name);
  if (values instanceof Uint8Array) return values;
  throw refused(name, "must have the type 8 (unsigned byte)", contents);
}

/**
 * Returns how many bytes an IDX file has in all, by its header.
 * @param start The first bytes of its contents.
 * @throws {GridientError} E_DATA if the header is another one.
 */
export function idxBytes(start: Uint8Array, name: string): number {
  const { header, sizes, type } = parseHeader(start, name);
  return header + type.bytes * product(sizes);
}

/** What the header of a file says. */
interface Header {
  /** Its bytes. */
  readonly header: number;
  readonly sizes: readonly number[];
  readonly type: NumberType;
}

function parseHeader(contents: Uint8Array, name: string): Header {
  const [zero0, zero1, code = 0, dimensions] = contents;
  if (zero0 !== 0 || zero1 !== 0) throw refused(name, "must begin with two zero bytes", contents);
  const type = TYPES[code];
  if (!type) throw refused(name, `must have one of the types ${TYPE_NAMES}`, contents);
  if (!dimensions) throw refused(name, "must have at least one dimension", contents);
  const header = 4 + 4 * dimensions;
  if (contents.length < header) throw refused(name, `must have a header of ${header} bytes`, contents);
  const view = new DataView(contents.buffer, contents.byteOffset, header);
  const sizes = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  return { header, sizes, type };
}

function numbersIn(
  contents: Uint8Array,
  bytes: number,
  read: NonNullable<NumberType["read"]>,
  name: string,
): Float32Array {
  const view = new DataView(contents.buffer, contents.byteOffset, contents.length);
  const values = new Float32Array(contents.length / bytes);
  for (let i = 0; i < values.length; i++) {
    const value = read(view, i * bytes);
    values[i] = value;
    if (Number.isFinite(values[i])) continue;
    const message = `Value ${i + 1} of ${name} must be finite as float32 (got ${value})`;
    throw new GridientError("E_DATA", message, { hint: "Replace such values before writing the file" });
  }
  return values;
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total * size, 1);
}

function refused(name: string, rule: string, bytes: Uint8Array): GridientError {
  const start = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const found = `${bytes.length} bytes${start === "" ? "" : `, the first ones ${start}`}`;
  return new GridientError("E_DATA", `${name} ${rule} (got ${found})`);
}
