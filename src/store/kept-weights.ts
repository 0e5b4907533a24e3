import { existsSync } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder } from "../files/make-folder.ts";
import { writeWhole } from "../files/write-whole.ts";
import type { Checkpoint } from "../training/checkpoint.ts";
import type { KeptModel } from "../training/model-keeper.ts";
import type { MetricSeries } from "../training/record.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-file.ts";
import type { Shards } from "./shards.ts";
import { checkpointFile } from "./store-paths.ts";
import type { CheckpointQuery } from "./trial-store.ts";

/** Called for a damaged file. */
type OnDamage = (file: string, reason: string) => void;

/** The weights that a store keeps beside its records, a file for each prefix and epoch. */
export class KeptWeights {
  readonly #store: string;
  readonly #shards: Shards;
  readonly #onDamage: OnDamage;

  constructor(store: string, shards: Shards, onDamage: OnDamage) {
    this.#store = store;
    this.#shards = shards;
    this.#onDamage = onDamage;
  }

  /** Returns whether weights were kept at all these epochs. */
  has(prefixId: string, epochs: readonly number[]): boolean {
    return epochs.every((epoch) => existsSync(checkpointFile(this.#store, prefixId, epoch)));
  }

  /** Returns whether any weights were kept of a prefix: cheap to ask of a hundred thousand. */
  async hasAny(prefixId: string): Promise<boolean> {
    return (await this.#shards.of(prefixId)).epochs.has(prefixId);
  }

  /** Returns the latest checkpoint that fits, or undefined. @param mayChange Whether damaged files are set aside. */
  async find(
    prefixId: string,
    { atMost, metrics, all }: CheckpointQuery,
    mayChange: boolean,
  ): Promise<Checkpoint | undefined> {
    const epochs = (await this.#shards.of(prefixId)).epochs.get(prefixId) ?? [];
    const usable = all ? epochs.filter((epoch, i) => epoch === i) : epochs;
    for (const epoch of usable.filter((epoch) => epoch > 0 && epoch <= atMost).toReversed()) {
      const checkpoint = await this.at(prefixId, epoch, mayChange);
      if (checkpoint && metrics.every((name) => name in checkpoint.series)) return checkpoint;
    }
    return undefined;
  }

  /** Returns what was kept at exactly that epoch, or undefined. @param mayChange Whether a damaged file is set aside. */
  async at(prefixId: string, epoch: number, mayChange: boolean): Promise<Checkpoint | undefined> {
    const file = checkpointFile(this.#store, prefixId, epoch);
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return undefined;
    const decoded = decodeCheckpoint(bytes, { prefixId, epoch });
    if (decoded.status === "usable") return decoded.checkpoint;
    if (mayChange) await this.#setAside(file, decoded.reason);
    return undefined;
  }

  /**
   * Writes weights of a trial, each file whole and flushed.
   * @param series What was measured of the trial.
   * @throws {Error} What the system says.
   */
  async write(prefixId: string, models: readonly KeptModel[], series: MetricSeries): Promise<void> {
    for (const model of models) {
      const bytes = encodeCheckpoint(prefixId, { ...model, series: seriesUntil(model, series) });
      await writeInFolder(checkpointFile(this.#store, prefixId, model.epoch), bytes);
      await this.#shards.note(prefixId, model.epoch);
    }
  }

  /** Removes weights that are not needed; those that are not there are no fault. */
  async drop(prefixId: string, epoch: number): Promise<void> {
    await rm(checkpointFile(this.#store, prefixId, epoch), { force: true }).catch(() => undefined);
  }

  /** Damaged weights are renamed and reported; after that they count as missing. */
  async #setAside(file: string, reason: string): Promise<void> {
    await rename(file, `${file}.damaged`).catch(() => undefined); // a read-only store is still usable
    this.#onDamage(file, reason);
  }
}

/** Makes the folder where it is missing: nearly always it is there. */
async function writeInFolder(file: string, contents: string | Uint8Array): Promise<void> {
  try {
    await writeWhole(file, contents);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    await makeFolder(dirname(file));
    await writeWhole(file, contents);
  }
}

function seriesUntil({ epoch }: KeptModel, metrics: MetricSeries): MetricSeries {
  return Object.fromEntries(
    Object.entries(metrics).map(([name, values]) => [name, values.slice(0, epoch + 1)]),
  );
}
