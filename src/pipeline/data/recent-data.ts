import type { ClassDataset, Dataset, DatasetFacts } from "../../data/dataset.ts";
import { loadDataset } from "../../data/load-dataset.ts";
import { recipeDigest } from "../../data/recipe-digest.ts";
import { datasetSource } from "../../data/registry.ts";
import type { DatasetOptions, FolderContext } from "../../data/source.ts";
import { GridientError } from "../../errors.ts";
import { partRows, type DatasetMemory } from "../../kernels/dataset-memory.ts";
import { exampleInputs } from "../../kernels/example-inputs.ts";
import { placeDataset } from "../../kernels/simd/place-dataset.ts";

/** A data set in shared memory, and the same as arrays: views of that memory where they are large. */
export interface PlacedDataset {
  readonly data: DatasetMemory;
  readonly dataset: Dataset;
}

/** Where data sets that take long to make are kept as training reads them. */
export interface DataCache {
  /** Returns a data set that was kept; undefined where there is none. */
  read(cacheDir: string, digest: string, facts: DatasetFacts): Promise<DatasetMemory | undefined>;
  keep(cacheDir: string, digest: string, data: DatasetMemory): Promise<void>;
}

/** The data set that was placed last: confirming trials and pictures mostly need the one that has just been trained on. */
export class RecentData {
  readonly #cache: DataCache | undefined;
  #last: { readonly digest: string; readonly placed: PlacedDataset } | undefined;

  /** @param cache Absent = data sets are made each time. */
  constructor(cache?: DataCache) {
    this.#cache = cache;
  }

  find(digest: string): PlacedDataset | undefined {
    return this.#last?.digest === digest ? this.#last.placed : undefined;
  }

  /**
   * Returns a data set, found here or in the cache, or else made or read from its files; and keeps it
   * instead of the one before.
   * @throws {GridientError} E_DATA if it cannot be loaded, or no longer has the digest `digest`; E_MEMORY beyond 4 GiB.
   */
  async load(digest: string, options: DatasetOptions, context: FolderContext): Promise<PlacedDataset> {
    return this.find(digest) ?? this.#keep(digest, await this.#place(digest, options, context));
  }

  #keep(digest: string, placed: PlacedDataset): PlacedDataset {
    this.#last = { digest, placed };
    return placed;
  }

  async #place(digest: string, options: DatasetOptions, context: FolderContext): Promise<PlacedDataset> {
    const { cacheDir, folder } = context;
    const source = datasetSource(options.name);
    const cache = source.isCached && this.#cache;
    const data = cache && (await cache.read(cacheDir, digest, source.facts(options, folder)));
    if (data) return { data, dataset: unpacked(data) };
    const dataset = await loadDataset(options, context);
    if (recipeDigest(source.recipe(options, folder)) !== digest) throw changed(options);
    const made = placedHere(dataset);
    if (cache) void cache.keep(cacheDir, digest, made.data);
    return made;
  }
}

function placedHere(dataset: Dataset): PlacedDataset {
  const data = placeDataset(dataset, 0);
  return { data, dataset: { ...dataset, inputs: inputsIn(data, dataset) } };
}

/** So that the inputs, which are most of a data set, are in memory once. */
function inputsIn({ memory, inputsOffset }: DatasetMemory, { inputs }: Dataset): Dataset["inputs"] {
  return inputs instanceof Uint8Array
    ? new Uint8Array(memory.buffer, inputsOffset, inputs.length)
    : new Float32Array(memory.buffer, inputsOffset, inputs.length);
}

/** Returns the data set that was kept packed; its inputs are unpacked when they are asked for. */
function unpacked(data: DatasetMemory): ClassDataset {
  const { features, target, sizes, image, memory, targetsOffset, examples } = data;
  return {
    features,
    target,
    sizes,
    ...(image && { image }),
    labels: new Uint8Array(memory.buffer, targetsOffset, examples),
    parts: {
      train: partRows(data, "train"),
      validation: partRows(data, "validation"),
      test: partRows(data, "test"),
    },
    get inputs() {
      const inputs = new Uint8Array(examples * features);
      for (let row = 0; row < examples; row++) inputs.set(exampleInputs(data, row), row * features);
      return inputs;
    },
  };
}

/** A file was edited after its trials had received their ids. */
function changed({ path }: DatasetOptions): GridientError {
  const message = `${JSON.stringify(path)} has changed since the sweep began`;
  return new GridientError("E_DATA", message, { hint: "Run the same command again" });
}
