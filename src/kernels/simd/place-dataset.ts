import type { Dataset } from "../../data/dataset.ts";
import { align, growTo, placeArrays, type DatasetMemory } from "../dataset-memory.ts";
import { planBlocks, writeBlocks } from "./sparse-blocks.ts";

/**
 * Copies a data set into a shared memory of its own, with its inputs as blocks without their zeros if that pays. Both
 * kernels read them; only the compiled code of this one writes them fast.
 * @param regionsBytes Room for the sessions' regions behind it.
 * @throws {GridientError} E_MEMORY if data and regions exceed 4 GiB.
 */
export function placeDataset(dataset: Dataset, regionsBytes: number): DatasetMemory {
  const arrays = placeArrays(dataset);
  const data = arrays.inputKind === "bytes" ? withBlocks(arrays) : arrays;
  growTo(data.memory, data.end + regionsBytes);
  return data;
}

function withBlocks(data: DatasetMemory): DatasetMemory {
  const { memory, examples, end: blocksOffset } = data;
  const starts = planBlocks(data, align(blocksOffset + 4 * (examples + 1)));
  if (!starts) return data;
  const end = starts.at(-1)!;
  growTo(memory, end);
  new Uint32Array(memory.buffer, blocksOffset, starts.length).set(starts);
  writeBlocks(data, starts);
  return { ...data, blocksOffset, end };
}
