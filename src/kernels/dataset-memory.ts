import { GridientError } from "../errors.ts";
import type { Dataset, DatasetFacts, PartName } from "../data/dataset.ts";

const PAGE = 65536;
const MAX_PAGES = 65536;
/** Rows start at multiples of this many bytes: a cache line. */
const ALIGNMENT = 64;

/**
 * A data set in a shared WebAssembly memory: written once, read by every thread, followed by the regions of the
 * sessions. Plain data: it can be sent to a worker thread.
 *
 *     | unused line | inputs [examples, features] | labels | train, validation, test rows | region | region | ...
 */
export interface DatasetMemory extends DatasetFacts {
  readonly memory: WebAssembly.Memory;
  readonly examples: number;
  readonly inputKind: "bytes" | "floats";
  /** Byte offsets. */
  readonly inputsOffset: number;
  readonly labelsOffset: number;
  readonly partsOffset: number;
  /** First byte behind the data set, aligned. */
  readonly end: number;
}

/**
 * Copies a data set into a shared memory of its own.
 * @param regionsBytes Room for the sessions' regions behind it.
 * @throws {GridientError} E_MEMORY if data and regions exceed 4 GiB.
 */
export function placeDataset(dataset: Dataset, regionsBytes: number): DatasetMemory {
  const examples = dataset.labels.length;
  const inputsOffset = ALIGNMENT;
  const labelsOffset = align(inputsOffset + dataset.inputs.byteLength);
  const partsOffset = align(labelsOffset + examples);
  const { train, validation, test } = dataset.parts;
  const end = align(partsOffset + 4 * (train.length + validation.length + test.length));
  const memory = reserve(end + regionsBytes);
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(asBytes(dataset.inputs), inputsOffset);
  bytes.set(dataset.labels, labelsOffset);
  const rows = new Uint32Array(memory.buffer, partsOffset);
  rows.set(train);
  rows.set(validation, train.length);
  rows.set(test, train.length + validation.length);
  const { features, classes, sizes, image } = dataset;
  const inputKind = dataset.inputs instanceof Uint8Array ? "bytes" : "floats";
  const offsets = { inputsOffset, labelsOffset, partsOffset, end };
  return { memory, examples, features, classes, sizes, ...(image && { image }), inputKind, ...offsets };
}

/** Returns the row numbers of a part, a view into the shared memory. */
export function partRows(data: DatasetMemory, part: PartName): Uint32Array {
  const { train, validation } = data.sizes;
  const before = part === "train" ? 0 : part === "validation" ? train : train + validation;
  return new Uint32Array(data.memory.buffer, data.partsOffset + 4 * before, data.sizes[part]);
}

/** Appends `bytes` to the memory and returns where they begin. @throws {GridientError} E_MEMORY beyond 4 GiB. */
export function growMemory(memory: WebAssembly.Memory, bytes: number): number {
  const offset = memory.buffer.byteLength;
  const pages = Math.ceil(bytes / PAGE);
  if (offset / PAGE + pages > MAX_PAGES) throw tooLarge(offset + bytes);
  memory.grow(pages);
  return offset;
}

/** Rounds up to the next cache line. */
export function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

function reserve(bytes: number): WebAssembly.Memory {
  const initial = Math.ceil(bytes / PAGE);
  if (initial > MAX_PAGES) throw tooLarge(bytes);
  return new WebAssembly.Memory({ initial, maximum: MAX_PAGES, shared: true });
}

function asBytes(values: Uint8Array | Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function tooLarge(bytes: number): GridientError {
  const gib = (bytes / 1073741824).toFixed(2);
  return new GridientError(
    "E_MEMORY",
    `Cannot train as data and networks must fit 4 GiB: ${gib} GiB needed`,
    {
      hint: "Use fewer examples, a smaller network or fewer workers",
    },
  );
}
