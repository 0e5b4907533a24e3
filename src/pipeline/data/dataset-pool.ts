import type { DatasetFacts } from "../../data/dataset.ts";
import type { DatasetOptions, FolderContext } from "../../data/source.ts";
import { align, growMemory, type DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Region } from "../../kernels/kernel.ts";
import type { Job } from "../../trials/job.ts";
import { RecentData } from "./recent-data.ts";
import type { DataPlaces } from "../threads/train-here.ts";

/** A data set in shared memory, with a region for each slot. */
interface Placed {
  readonly data: DatasetMemory;
  readonly regionBytes: number;
  readonly regions: Map<number, Region>;
}

/** How a data set will be used: known from the plan. */
export interface DatasetUse {
  readonly options: DatasetOptions;
  readonly facts: DatasetFacts;
  /** Jobs that train on it; after the last one it is freed. */
  jobs: number;
  /** The largest region that one of them needs. */
  regionBytes: number;
}

/** Loads each data set once, when its first job begins, and frees it after its last one, but for the most recent one. */
export class DatasetPool implements DataPlaces {
  readonly #uses: ReadonlyMap<string, DatasetUse>;
  readonly #context: FolderContext;
  readonly #slots: number;
  readonly #recent: RecentData;
  readonly #placed = new Map<string, Promise<Placed>>();

  constructor(
    uses: ReadonlyMap<string, DatasetUse>,
    slots: number,
    {
      load,
      recent = new RecentData(),
    }: { readonly load: FolderContext; readonly recent?: RecentData | undefined },
  ) {
    this.#uses = uses;
    this.#slots = slots;
    this.#context = load;
    this.#recent = recent;
  }

  async acquire(
    jobs: readonly Job[],
    slot: number,
  ): Promise<{ data: DatasetMemory; region: Region } | undefined> {
    const placed = await this.#placing(jobs[0]!);
    return placed && { data: placed.data, region: placed.regions.get(slot)! };
  }

  /** Begins to load the data set of a job that will ask for it. Errors are passed to the job that asks. */
  prepare(job: Job): void {
    this.#placing(job)?.catch(() => undefined);
  }

  async renewRegion(job: Job, slot: number): Promise<void> {
    const placing = this.#placed.get(job.trials[0].dataDigest);
    if (!placing) return;
    const { data, regionBytes, regions } = await placing;
    regions.set(slot, { offset: growMemory(data.memory, regionBytes), bytes: regionBytes });
  }

  /** Ends one job's use of a data set. */
  release(job: Job): void {
    const digest = job.trials[0].dataDigest;
    const use = this.#uses.get(digest);
    if (!use) return;
    use.jobs -= 1;
    if (use.jobs === 0) this.#placed.delete(digest);
  }

  #placing(job: Job): Promise<Placed> | undefined {
    const digest = job.trials[0].dataDigest;
    const use = this.#uses.get(digest);
    if (!use) return undefined;
    const placing = this.#placed.get(digest) ?? this.#place(digest, use);
    this.#placed.set(digest, placing);
    return placing;
  }

  async #place(digest: string, { options, regionBytes }: DatasetUse): Promise<Placed> {
    const bytes = align(regionBytes);
    const { data } = await this.#recent.load(digest, options, this.#context);
    const first = growMemory(data.memory, bytes * this.#slots);
    const regions = Array.from({ length: this.#slots }, (_, slot): [number, Region] => {
      return [slot, { offset: first + slot * bytes, bytes }];
    });
    return { data, regionBytes: bytes, regions: new Map(regions) };
  }
}
