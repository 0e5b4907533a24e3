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
 *     | unused line | inputs [examples, features] | targets | train, validation, test rows |
 *     | where blocks begin | blocks: the inputs again, without their zeros | region | region | ...
 */
export interface DatasetMemory extends DatasetFacts {
  readonly memory: WebAssembly.Memory;
  readonly examples: number;
  readonly inputKind: "bytes" | "floats";
  /** Byte offsets. Where there are blocks, the inputs may be there alone: see `exampleInputs`. */
  readonly inputsOffset: number;
  /** The classes, u8 [examples], or the numbers, f32 [examples, count]. */
  readonly targetsOffset: number;
  readonly partsOffset: number;
  /** u32 [examples + 1]: where the blocks begin and the last one ends; absent if too few inputs are zero. */
  readonly blocksOffset?: number;
  /** First byte behind the data set, aligned. */
  readonly end: number;
}

/**
 * Returns silently if a data set of these facts and the regions behind it may fit a memory, before it is loaded: what
 * leaves out zeros is not known yet.
 * @throws {GridientError} E_MEMORY if they exceed 4 GiB.
 */
export function expectToFit({ features, target, sizes, image }: DatasetFacts, regionsBytes: number): void {
  const examples = sizes.train + sizes.validation + sizes.test;
  const inputs = examples * features * (image ? 1 : 4);
  const answers = target.kind === "classes" ? examples : 4 * target.count * examples;
  const bytes = inputs + answers + 4 * examples + regionsBytes;
  if (bytes > MAX_PAGES * PAGE) throw tooLarge(bytes);
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
  growTo(memory, offset + bytes);
  return offset;
}

/** Rounds up to the next cache line. */
export function align(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

/**
 * Copies the arrays of a data set into a shared memory of its own, the inputs as they are.
 * @throws {GridientError} E_MEMORY if they exceed 4 GiB.
 */
export function placeArrays(dataset: Dataset): DatasetMemory {
  const { features, target, sizes, image, inputs, labels, targets, parts } = dataset;
  const examples = inputs.length / features;
  const answers = labels ?? targets;
  const rows = [parts.train, parts.validation, parts.test];
  const places = layOutArrays({
    inputs: inputs.byteLength,
    answers: answers.byteLength,
    rows: rows.reduce((sum, { byteLength }) => sum + byteLength, 0),
  });
  const memory = openMemory();
  growTo(memory, places.end);
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(asBytes(inputs), places.inputsOffset);
  bytes.set(asBytes(answers), places.targetsOffset);
  let offset = places.partsOffset;
  for (const part of rows) {
    new Uint32Array(memory.buffer, offset).set(part);
    offset += part.byteLength;
  }
  const inputKind = inputs instanceof Uint8Array ? "bytes" : "floats";
  return { features, target, sizes, ...(image && { image }), memory, examples, inputKind, ...places };
}

type Places = Pick<DatasetMemory, "inputsOffset" | "targetsOffset" | "partsOffset" | "end">;

/** @param bytes How many each array has. */
function layOutArrays(bytes: Readonly<Record<"inputs" | "answers" | "rows", number>>): Places {
  const inputsOffset = ALIGNMENT;
  const targetsOffset = align(inputsOffset + bytes.inputs);
  const partsOffset = align(targetsOffset + bytes.answers);
  return { inputsOffset, targetsOffset, partsOffset, end: align(partsOffset + bytes.rows) };
}

/**
 * Returns what training reads of a data set whose inputs are packed, in one piece: answers, rows of the parts, and
 * blocks; undefined where they are not packed.
 */
export function packedBytes({
  memory,
  targetsOffset,
  blocksOffset,
  end,
}: DatasetMemory): Uint8Array | undefined {
  if (blocksOffset === undefined) return undefined;
  return new Uint8Array(memory.buffer, targetsOffset, end - targetsOffset);
}

/**
 * Makes room for a packed data set with classes in a shared memory of its own: `packedBytes` of it are to be filled
 * with those of another one. The place of the unpacked inputs stays empty, and takes no memory.
 * @throws {GridientError} E_MEMORY beyond 4 GiB.
 */
export function roomForPacked(facts: DatasetFacts, bytes: number): DatasetMemory {
  const { features, target, sizes, image } = facts;
  const examples = sizes.train + sizes.validation + sizes.test;
  const places = layOutArrays({ inputs: examples * features, answers: examples, rows: 4 * examples });
  const end = places.targetsOffset + bytes;
  const memory = openMemory();
  growTo(memory, end);
  return {
    features,
    target,
    sizes,
    ...(image && { image }),
    memory,
    examples,
    inputKind: "bytes",
    ...places,
    blocksOffset: places.end,
    end,
  };
}

/** Whether a packed data set begins and ends where it says: that it was laid out as this one is. */
export function isLaidOut({ memory, blocksOffset, examples, end }: DatasetMemory): boolean {
  const first = align(blocksOffset! + 4 * (examples + 1));
  if (first > end) return false;
  const starts = new Uint32Array(memory.buffer, blocksOffset, examples + 1);
  return starts[0] === first && starts[examples] === end;
}

/** Returns all bytes of a data set, for a thread that cannot share its memory. */
export function datasetBytes({ memory, end }: DatasetMemory): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new Uint8Array(memory.buffer, 0, end));
}

/**
 * Puts a data set into a memory of its own again. @param bytes As `datasetBytes` returned them.
 * @throws {GridientError} E_MEMORY beyond 4 GiB.
 */
export function copyDataset(layout: Omit<DatasetMemory, "memory">, bytes: Uint8Array): DatasetMemory {
  const memory = openMemory();
  growTo(memory, bytes.length);
  new Uint8Array(memory.buffer).set(bytes);
  return { ...layout, memory };
}

function openMemory(): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES, shared: true });
  } catch (error) {
    // Each reserves more than 4 GiB of addresses, though not of memory.
    throw refused("Cannot reserve addresses for a data set: the system has no more", error);
  }
}

/**
 * Makes a memory hold so many bytes at least.
 * @throws {GridientError} E_MEMORY beyond 4 GiB; E_SYSTEM where the system has no more.
 */
export function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const pages = Math.ceil(bytes / PAGE);
  if (pages > MAX_PAGES) throw tooLarge(bytes);
  try {
    memory.grow(Math.max(0, pages - memory.buffer.byteLength / PAGE));
  } catch (error) {
    throw refused(`Cannot get memory for data and networks: ${gibibytes(bytes)} needed`, error);
  }
}

function refused(message: string, cause: unknown): GridientError {
  const hint =
    "Raise the limit (ulimit -v unlimited), or use fewer examples, a smaller network or fewer workers";
  return new GridientError("E_SYSTEM", message, { hint, cause });
}

function gibibytes(bytes: number): string {
  return `${(bytes / 1073741824).toFixed(2)} GiB`;
}

function asBytes(values: Uint8Array | Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function tooLarge(bytes: number): GridientError {
  return new GridientError("E_MEMORY", `Data and networks must fit into 4 GiB (got ${gibibytes(bytes)})`, {
    hint: "Use fewer examples, a smaller network or fewer workers",
  });
}
