import { GridientError } from "../../errors.ts";

const UNSIGNED_BYTE = 0x08;

/** An array of unsigned bytes as an IDX file holds it. */
export interface IdxArray {
  /** Length of each dimension, slowest first. */
  readonly sizes: readonly number[];
  /** Row-major; a view into the file's contents. */
  readonly values: Uint8Array;
}

/**
 * Returns the array in the contents of an IDX file of unsigned bytes: two zero bytes, the type, the number of
 * dimensions, each dimension as a big-endian 32-bit integer, then the values.
 * Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits", section "File formats".
 * @param name The file's name, for messages.
 * @throws {GridientError} E_DATA if the header is another one or does not fit the number of bytes.
 */
export function parseIdx(contents: Uint8Array, name: string): IdxArray {
  const { header, sizes } = parseHeader(contents, name);
  const values = contents.subarray(header);
  if (values.length !== product(sizes)) {
    throw refused(name, `its dimensions ${sizes.join(" x ")} must give the number of values`, values);
  }
  return { sizes, values };
}

/**
 * Returns how many bytes an IDX file has in all, by its header.
 * @param start The first bytes of its contents.
 * @throws {GridientError} E_DATA if the header is another one.
 */
export function idxBytes(start: Uint8Array, name: string): number {
  const { header, sizes } = parseHeader(start, name);
  return header + product(sizes);
}

function parseHeader(contents: Uint8Array, name: string): { header: number; sizes: readonly number[] } {
  const [zero0, zero1, type, dimensions] = contents;
  if (zero0 !== 0 || zero1 !== 0) throw refused(name, "an IDX file must begin with two zero bytes", contents);
  if (type !== UNSIGNED_BYTE) throw refused(name, "its type must be 8 (unsigned byte)", contents);
  if (!dimensions) throw refused(name, "it must have at least one dimension", contents);
  const header = 4 + 4 * dimensions;
  if (contents.length < header) throw refused(name, `its header must be ${header} bytes long`, contents);
  const view = new DataView(contents.buffer, contents.byteOffset, header);
  const sizes = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  return { header, sizes };
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total * size, 1);
}

function refused(name: string, rule: string, bytes: Uint8Array): GridientError {
  const start = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const found = `${bytes.length} bytes found, the first ones ${start || "absent"}`;
  return new GridientError("E_DATA", `Cannot read "${name}" as ${rule}: ${found}`);
}
