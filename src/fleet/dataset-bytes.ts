import type { Dataset } from "../data/dataset.ts";

const KINDS = { Uint8Array, Uint32Array, Float32Array } as const;
type Kind = keyof typeof KINDS;
type Numbers = InstanceType<(typeof KINDS)[Kind]>;

/** Represents an array in the text that comes first. */
interface Placeholder {
  readonly $array: Kind;
  readonly offset: number;
  readonly length: number;
}

/** Arrays begin at multiples of this. */
const ALIGNMENT = 8;

/**
 * Returns a data set as bytes: the length of a JSON text (u32, little-endian), the text, and the arrays that it
 * represents, in the byte order of all machines that run Node except IBM's mainframes.
 */
export function encodeDataset(dataset: Dataset): Uint8Array {
  const arrays: { readonly bytes: Uint8Array; readonly offset: number }[] = [];
  let end = 0;
  const text = JSON.stringify(dataset, (_, value: unknown) => {
    const kind = kindOf(value);
    if (!kind) return value;
    const { buffer, byteOffset, byteLength, length } = value as Numbers;
    arrays.push({ bytes: new Uint8Array(buffer, byteOffset, byteLength), offset: end });
    const placeholder: Placeholder = { $array: kind, offset: end, length };
    end = align(end + byteLength);
    return placeholder;
  });
  const head = new TextEncoder().encode(text);
  const start = align(4 + head.length);
  const bytes = new Uint8Array(start + end);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  for (const array of arrays) bytes.set(array.bytes, start + array.offset);
  return bytes;
}

/** Returns the data set that bytes represent. @throws {Error} If they represent none. */
export function decodeDataset(bytes: Uint8Array): Dataset {
  const headBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const start = align(4 + headBytes);
  const text = new TextDecoder().decode(bytes.subarray(4, 4 + headBytes));
  return JSON.parse(text, (_, value: unknown) =>
    isPlaceholder(value) ? arrayOf(value, bytes, start) : value,
  ) as Dataset;
}

function kindOf(value: unknown): Kind | undefined {
  return (Object.keys(KINDS) as Kind[]).find((kind) => value instanceof KINDS[kind]);
}

function isPlaceholder(value: unknown): value is Placeholder {
  return typeof value === "object" && value !== null && "$array" in value;
}

/** Copies, so that it begins where an array of its kind may. */
function arrayOf({ $array, offset, length }: Placeholder, bytes: Uint8Array, start: number): Numbers {
  const array = new KINDS[$array](length);
  const from = start + offset;
  const part = bytes.subarray(from, from + array.byteLength);
  if (part.length !== array.byteLength) throw new Error("an array is cut off");
  new Uint8Array(array.buffer).set(part);
  return array;
}

function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
