import type { Dataset } from "../data/dataset.ts";
import { placeDataset, type DatasetMemory } from "../kernels/dataset-memory.ts";

/** A data set in shared memory, and the same as arrays: views of that memory where they are large. */
export interface PlacedDataset {
  readonly data: DatasetMemory;
  readonly dataset: Dataset;
}

/** The data set that was placed last: confirming trials and pictures mostly need the one that has just been trained on. */
export class RecentData {
  #last: { readonly digest: string; readonly placed: PlacedDataset } | undefined;

  find(digest: string): PlacedDataset | undefined {
    return this.#last?.digest === digest ? this.#last.placed : undefined;
  }

  /** Places a data set, and keeps it instead of the one before. @throws {GridientError} E_MEMORY beyond 4 GiB. */
  place(digest: string, dataset: Dataset): PlacedDataset {
    const data = placeDataset(dataset, 0);
    const placed = { data, dataset: { ...dataset, inputs: inputsIn(data, dataset) } };
    this.#last = { digest, placed };
    return placed;
  }
}

/** So that the inputs, which are most of a data set, are in memory once. */
function inputsIn({ memory, inputsOffset }: DatasetMemory, { inputs }: Dataset): Dataset["inputs"] {
  return inputs instanceof Uint8Array
    ? new Uint8Array(memory.buffer, inputsOffset, inputs.length)
    : new Float32Array(memory.buffer, inputsOffset, inputs.length);
}
