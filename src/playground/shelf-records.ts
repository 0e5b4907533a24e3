import type { NewRecord, StoredRecord } from "../store/stored-record.ts";
import type { CheckpointQuery, Records } from "../store/trial-store.ts";
import type { Checkpoint } from "../training/checkpoint.ts";
import type { KeptModel } from "../training/model-keeper.ts";
import type { Portrait } from "../training/portraits/portrait.ts";
import type { MetricSeries } from "../training/record.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import type { Shelf } from "./shelf.ts";

/** Records of other versions are others. */
const HERE = `v${TRAINER_VERSION}`;

/** The records of a browser, on a shelf. No other process trains with them, so nothing is claimed. */
export class ShelfRecords implements Records {
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  async read(id: string): Promise<StoredRecord | undefined> {
    return (await this.#shelf.get(recordKey(id))) as StoredRecord | undefined; // only `write` puts one there
  }

  /** Returns whether there is a record of a trial. */
  has(id: string): boolean {
    return this.#shelf.keys(recordKey(id)).length > 0;
  }

  async write({ record, kept, prefixId, models }: NewRecord): Promise<void> {
    for (const model of models) await this.keep(prefixId, model, record.metrics);
    await this.#shelf.put(recordKey(record.id), { record, kept });
  }

  async findCheckpoint(
    prefixId: string,
    { atMost, metrics, all }: CheckpointQuery,
  ): Promise<Checkpoint | undefined> {
    const epochs = this.#shelf
      .keys(weightsKey(prefixId, ""))
      .map((key) => Number(key.slice(key.lastIndexOf("/") + 1)))
      .toSorted((a, b) => a - b);
    const usable = all ? epochs.filter((epoch, i) => epoch === i) : epochs;
    for (const epoch of usable.filter((epoch) => epoch > 0 && epoch <= atMost).toReversed()) {
      const checkpoint = await this.checkpointAt(prefixId, epoch);
      if (checkpoint && metrics.every((name) => name in checkpoint.series)) return checkpoint;
    }
    return undefined;
  }

  async checkpointAt(prefixId: string, epoch: number): Promise<Checkpoint | undefined> {
    return (await this.#shelf.get(weightsKey(prefixId, epoch))) as Checkpoint | undefined; // as `keep` put it there
  }

  hasWeights(prefixId: string, epochs: readonly number[]): boolean {
    const keys = new Set(this.#shelf.keys(weightsKey(prefixId, "")));
    return epochs.every((epoch) => keys.has(weightsKey(prefixId, epoch)));
  }

  async keep(prefixId: string, { epoch, tensors }: KeptModel, series: MetricSeries): Promise<void> {
    if (this.hasWeights(prefixId, [epoch])) return;
    const until = Object.entries(series).map(([name, values]) => [name, values.slice(0, epoch + 1)] as const);
    const checkpoint: Checkpoint = { epoch, tensors, series: Object.fromEntries(until) };
    await this.#shelf.put(weightsKey(prefixId, epoch), checkpoint);
  }

  dropWeights(prefixId: string, epoch: number): Promise<void> {
    return this.#shelf.delete(weightsKey(prefixId, epoch));
  }

  async readPortrait(trialId: string, kept: string): Promise<Portrait | undefined> {
    return (await this.#shelf.get(portraitKey(trialId, kept))) as Portrait | undefined; // as `writePortrait` put it there
  }

  writePortrait(portrait: Portrait, kept: string): Promise<void> {
    return this.#shelf.put(portraitKey(portrait.trialId, kept), portrait);
  }

  /** Files of programs, which do not run in a browser. */
  restoreFolder(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  keepFolder(): Promise<string> {
    return Promise.resolve("a browser keeps no folders");
  }

  otherVersions(): Promise<readonly number[]> {
    return Promise.resolve([]);
  }

  digestOf(): undefined {
    return undefined;
  }

  claim(): Promise<boolean> {
    return Promise.resolve(true);
  }

  release(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function recordKey(id: string): string {
  return `${HERE}/record/${id}`;
}

function weightsKey(prefixId: string, epoch: number | ""): string {
  return `${HERE}/weights/${prefixId}/${epoch}`;
}

function portraitKey(trialId: string, kept: string): string {
  return `${HERE}/portrait/${trialId}/${kept}`;
}
