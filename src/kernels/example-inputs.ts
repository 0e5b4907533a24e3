import type { DatasetMemory } from "./dataset-memory.ts";

/** Bytes before the groups of a block, of a group, and before the values of its four features: see simd/assembly/blocks.ts. */
const HEAD = 4;
const GROUP = 12;
const VALUES = 8;

/** Returns the inputs of an example as the data set has them: a view where they lie whole, else unpacked. */
export function exampleInputs(data: DatasetMemory, row: number): Uint8Array | Float32Array {
  const { memory, features, inputKind, inputsOffset } = data;
  if (data.blocksOffset !== undefined) {
    const inputs = new Uint8Array(features);
    forEachNonZero(data, Uint32Array.of(row), (feature, value) => void (inputs[feature] = value));
    return inputs;
  }
  return inputKind === "bytes"
    ? new Uint8Array(memory.buffer, inputsOffset + row * features, features)
    : new Float32Array(memory.buffer, inputsOffset + 4 * row * features, features);
}

/** Returns 1 for each feature that is not zero in at least one of the rows, 0 for the others. */
export function usedFeatures(data: DatasetMemory, rows: Uint32Array): Uint8Array {
  const used = new Uint8Array(data.features);
  if (data.blocksOffset !== undefined) {
    forEachNonZero(data, rows, (feature) => void (used[feature] = 1));
    return used;
  }
  for (const row of rows) {
    const inputs = exampleInputs(data, row);
    for (let i = 0; i < used.length; i++) if (inputs[i] !== 0) used[i] = 1;
  }
  return used;
}

/** Visits the features of the rows that are not zero, read from their blocks. */
function forEachNonZero(
  { memory, blocksOffset, examples }: DatasetMemory,
  rows: Uint32Array,
  visit: (feature: number, value: number) => void,
): void {
  const bytes = new Uint8Array(memory.buffer);
  const indices = new Uint16Array(memory.buffer);
  const counts = new Uint32Array(memory.buffer);
  const starts = new Uint32Array(memory.buffer, blocksOffset, examples + 1);
  for (const row of rows) {
    const first = starts[row]! + HEAD;
    const end = first + GROUP * counts[starts[row]! / 4]!;
    for (let group = first; group < end; group += GROUP) {
      for (let slot = 0; slot < 4; slot++) {
        const value = bytes[group + VALUES + slot]!;
        if (value !== 0) visit(indices[group / 2 + slot]!, value);
      }
    }
  }
}
