import type { Dataset, DatasetFacts } from "../../data/dataset.ts";
import type { DatasetOptions } from "../../data/source.ts";
import { align, growMemory, type DatasetMemory } from "../../kernels/dataset-memory.ts";
import type { Region } from "../../kernels/kernel.ts";
import { placeDataset } from "../../kernels/simd/place-dataset.ts";
import { simd } from "../../kernels/simd/simd.ts";
import type { DataPlaces } from "../../pipeline/threads/train-here.ts";
import { capacityOf } from "../../training/epoch-trainer.ts";
import { networkOf } from "../../training/network-of.ts";
import type { Job } from "../../trials/job.ts";
import { asNetwork } from "../../configuration/kind-of.ts";
import { largestOf } from "../../math/extremes.ts";

/** Data sets that stay in memory while no job trains on them: the next batch may want one again. */
const IDLE_SETS = 4;

/** A data set in shared memory, with a region for each slot that has used it. */
interface Placed {
  readonly data: Promise<DatasetMemory>;
  readonly regions: Map<number, Region>;
  /** Jobs that train on it now. */
  users: number;
}

/** How a data set is had. */
export type LoadByDigest = (digest: string, options: DatasetOptions) => Promise<Dataset>;

/** The data sets of a worker, which does not know what comes next: loaded when wanted, kept for a while. */
export class WorkerData implements DataPlaces {
  readonly #load: LoadByDigest;
  /** By digest, the one that was used last at the end. */
  readonly #placed = new Map<string, Placed>();

  constructor(load: LoadByDigest) {
    this.#load = load;
  }

  /** To be called before a job's first `acquire`, and `leave` after its last. */
  enter(job: Job): void {
    const [trial] = job.trials;
    const { dataDigest } = trial;
    const placed =
      this.#placed.get(dataDigest) ?? this.#place(dataDigest, asNetwork(trial.configuration).dataset);
    this.#placed.delete(dataDigest);
    this.#placed.set(dataDigest, placed);
    placed.users += 1;
  }

  leave(job: Job): void {
    const placed = this.#placed.get(job.trials[0].dataDigest);
    if (placed) placed.users -= 1; // else it could not be loaded
    const idle = [...this.#placed].filter(([, { users }]) => users === 0);
    for (const [digest] of idle.slice(0, Math.max(0, idle.length - IDLE_SETS))) this.#placed.delete(digest);
  }

  async acquire(jobs: readonly Job[], slot: number): Promise<{ data: DatasetMemory; region: Region }> {
    const { data: loading, regions } = this.#of(jobs[0]!);
    const data = await loading;
    const bytes = largestOf(jobs.map((job) => regionBytes(job, data)));
    const region = regions.get(slot);
    if (region && region.bytes >= bytes) return { data, region };
    const grown = { offset: growMemory(data.memory, bytes), bytes };
    regions.set(slot, grown);
    return { data, region: grown };
  }

  renewRegion(job: Job, slot: number): Promise<void> {
    this.#of(job).regions.delete(slot);
    return Promise.resolve();
  }

  #of(job: Job): Placed {
    return this.#placed.get(job.trials[0].dataDigest)!;
  }

  #place(digest: string, options: DatasetOptions): Placed {
    const data = this.#load(digest, options).then((dataset) => placeDataset(dataset, 0));
    data.catch(() => this.#placed.delete(digest)); // the next job tries again
    const placed = { data, regions: new Map<number, Region>(), users: 0 };
    this.#placed.set(digest, placed);
    return placed;
  }
}

function regionBytes({ trials: [trial] }: Job, facts: DatasetFacts): number {
  const configuration = asNetwork(trial.configuration);
  const capacity = capacityOf(configuration, facts.sizes.train);
  return align(simd.regionBytes(networkOf(configuration, facts), capacity));
}
