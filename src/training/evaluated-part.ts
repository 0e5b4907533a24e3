import type { PartName } from "../data/dataset.ts";
import { partRows, type DatasetMemory } from "../kernels/dataset-memory.ts";

/** Returns the part that choices are made on: validation where there is one, else test. */
export function evaluatedPart(data: DatasetMemory): PartName {
  return data.sizes.validation > 0 ? "validation" : "test";
}

/** Returns the class of each row. */
export function labelsOf(data: DatasetMemory, rows: Uint32Array): Uint8Array {
  const labels = new Uint8Array(data.memory.buffer, data.labelsOffset, data.examples);
  return Uint8Array.from(rows, (row) => labels[row]!);
}

/** Returns how many examples of each class the part has. */
export function classCounts(data: DatasetMemory, part: PartName): number[] {
  const counts = new Array<number>(data.classes).fill(0);
  for (const label of labelsOf(data, partRows(data, part))) counts[label]!++;
  return counts;
}
